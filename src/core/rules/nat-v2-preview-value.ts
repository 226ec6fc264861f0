import { previewSpellingVersions } from '../api-version.js';
import { previewSpellingOfStandardV2 } from '../declared.js';
import { where } from '../fact-logic.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';

const hasIt = (version: string): boolean =>
  version.endsWith('-preview') &&
  version >= previewSpellingVersions.first &&
  version <= previewSpellingVersions.last;

/** nat-v2-preview-value, nat-v2-value-wrong-api. AKS engineering blog, 2026-09-29; ARM types; read 2026-11-23. */
export const natV2PreviewValue = defineRule({
  id: 'aks-nat-v2-preview-value',
  title: say('The outbound type is not a preview spelling'),
  severity: { live: 'info', file: 'error' },
  needs: ({ cluster }) => ({
    outboundType: where(
      cluster.outboundType,
      (type) => type.toLowerCase() === previewSpellingOfStandardV2.toLowerCase(),
    ),
    apiVersion: cluster.apiVersion,
  }),
  *check({ outboundType: type, apiVersion: version }, _target, { subject }) {
    if (type === undefined) return;
    const remedy = {
      text: say('Write managedNATGateway with natGatewayProfile.sku StandardV2, API version 2026-06-01.'),
    };
    if (subject === 'live')
      yield {
        about: 'outboundType',
        title: say('The cluster reports a preview spelling'),
        message: say(
          'managedNATGatewayV2 is the preview name of a NAT gateway with sku StandardV2. It is read here and never written.',
        ),
      };
    else if (version === undefined || hasIt(version))
      yield {
        about: 'outboundType',
        severity: 'warning',
        title: say('Later API versions will not know managedNATGatewayV2'),
        message: say(
          'It is a preview spelling that only API versions 2026-01-02-preview to 2026-05-02-preview have.',
        ),
        remedy,
      };
    else
      yield {
        about: 'outboundType',
        title: say('Azure would refuse: this API version has no managedNATGatewayV2'),
        message: say('Only 2026-01-02-preview to 2026-05-02-preview have this spelling; this is {version}.', {
          version,
        }),
        remedy,
      };
  },
});
