import type { Fact } from '../../core/fact.js';
import { valueAt, type Json } from '../../core/json.js';
import type { MaintenanceFacts } from '../../core/surroundings.js';
import type { Resource } from '../facts/resource.js';
import { elementsOf, listFact, textOf, type Reader } from './reader.js';
import type { Subject } from './subject.js';

/** When AKS itself may work on the cluster, as its owner planned it. */
export async function readMaintenance(
  reader: Reader,
  { cluster, apiVersion }: Subject,
): Promise<Fact<readonly MaintenanceFacts[]>> {
  const listed = await reader.list(`${cluster.path}/maintenanceConfigurations`, apiVersion);
  return listFact(listed, cluster.key, windowOf);
}

function windowOf(configuration: Resource): MaintenanceFacts | undefined {
  const name = textOf(configuration.raw('name'));
  if (name === undefined) return undefined;
  const window = (...path: string[]) => ['properties', 'maintenanceWindow', ...path];
  const text = (...path: string[]) => textOf(configuration.raw(...window(...path)));
  const duration = configuration.number(...window('durationHours'));
  const given = {
    startDate: text('startDate'),
    startTime: text('startTime'),
    utcOffset: text('utcOffset'),
    dayOfWeek: text('schedule', 'weekly', 'dayOfWeek'),
    durationInHours: duration.kind === 'known' ? duration.value : undefined,
  };
  return {
    name,
    ...(Object.fromEntries(
      Object.entries(given).filter(([, value]) => value !== undefined),
    ) as Partial<MaintenanceFacts>),
    notAllowed: [
      ...spansIn(configuration.raw('properties', 'notAllowedTime')),
      ...spansIn(configuration.raw(...window('notAllowedDates'))),
    ],
  };
}

const spansIn = (list: Json | undefined): readonly { readonly start: string; readonly end: string }[] =>
  elementsOf(list).flatMap((span) => {
    const [start, end] = [textOf(valueAt(span, ['start'])), textOf(valueAt(span, ['end']))];
    return start === undefined || end === undefined ? [] : [{ start, end }];
  });
