import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandTable } from '../../../src/host/commands/table.js';
import { contextOf } from '../../../src/host/explorer/welcome.js';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
      readonly icon?: string;
    }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
    readonly viewsWelcome: readonly { readonly contents: string; readonly when: string }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly description: string;
        readonly completionEvents: readonly string[];
      }[];
    }[];
    readonly configuration: { readonly properties: Readonly<Record<string, object>> };
  };
}

const root = path.resolve(import.meta.dirname, '..', '..', '..');
const { contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;
const declared = contributes.commands.map(({ command }) => command);

describe('the commands', () => {
  it('of package.json and of the table are the same', () => {
    const inTable = Object.keys(commandTable).map((name) => `aksEgress.${name}`);
    expect([...inTable].sort()).toEqual([...declared].sort());
  });

  it('have a category and an icon, and titles in title case', () => {
    for (const { title, category, icon } of contributes.commands) {
      expect(category).toBe('AKS Egress');
      expect(icon).toMatch(/^\$\([a-z-]+\)$/);
      const small = ['a', 'az', 'in', 'the'];
      expect(title.split(' ').filter((word) => !/^[A-Z]/.test(word) && !small.includes(word))).toEqual([]);
    }
  });

  it('that menus, welcome views and the walkthrough name are there', () => {
    const inMenus = Object.values(contributes.menus).flatMap((entries) =>
      entries.map(({ command }) => command),
    );
    const texts = [
      ...contributes.viewsWelcome.map(({ contents }) => contents),
      ...contributes.walkthroughs.flatMap(({ steps }) =>
        steps.flatMap(({ description, completionEvents }) => [
          description,
          ...completionEvents.map((event) => event.replace('onCommand:', '(command:').concat(')')),
        ]),
      ),
    ].join('\n');
    const linked = [...texts.matchAll(/\(command:(aksEgress\.\w+)\)/g)].map(([, id]) => id!);
    const known = [...declared, 'aksEgress.clusters'];
    expect([...inMenus, ...linked].filter((id) => !known.includes(id.replace('.focus', '')))).toEqual([]);
    expect(linked.length).toBeGreaterThan(10);
  });

  it('that need a row are not in the palette', () => {
    const hidden = contributes.menus
      .commandPalette!.filter(({ when }) => when === 'false')
      .map(({ command }) => command);
    expect(hidden).toEqual(['aksEgress.showProblem', 'aksEgress.openRule']);
  });
});

describe('welcome views', () => {
  const kinds = [
    'signedOut',
    'noConsent',
    'expired',
    'denied',
    'throttled',
    'offline',
    'changesOff',
    'failed',
  ] as const;
  const states = [
    ...(['signedOut', 'noSubscriptions', 'noClusters'] as const),
    ...kinds.map((kind) => contextOf({ kind: 'trouble', problem: { kind, message: { template: '' } } })),
  ];

  it.each(states)('say what to do when the tree is %s', (state) => {
    const shown = contributes.viewsWelcome.filter(({ when }) =>
      new RegExp(`== ${state}(?![\\w.])`).test(when),
    );
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.map(({ contents }) => contents).join()).toContain('(command:aksEgress.');
  });
});
