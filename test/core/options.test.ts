import { describe, expect, it } from 'vitest';
import { format } from '../../src/core/message.js';
import { readOption } from '../../src/core/options.js';

const judged = (...args: Parameters<typeof readOption>) => {
  const reading = readOption(...args);
  return 'problem' in reading ? format(reading.problem) : reading.value;
};

describe('a typed option', () => {
  it('is taken within the bounds of Azure, with or without separators', () => {
    expect(judged('managedOutboundIPCount', ' 16 ', 'managedNATGateway')).toBe(16);
    expect(judged('allocatedOutboundPorts', '64000')).toBe(64_000);
    expect(judged('idleTimeoutInMinutes', '120')).toBe(120);
  });

  it('is left to AKS when nothing is typed', () => {
    expect(judged('idleTimeoutInMinutes', '  ')).toBeUndefined();
  });

  it('says the bounds of the type', () => {
    expect(judged('managedOutboundIPCount', '17', 'managedNATGateway')).toContain('1 to 16');
    expect(judged('managedOutboundIPCount', '101')).toContain('1 to 100');
    expect(judged('idleTimeoutInMinutes', '3')).toContain('4 to 120');
    expect(judged('allocatedOutboundPorts', '64008')).toContain('64000');
  });

  it('offers both neighbours of a number of ports that is no multiple of 8', () => {
    expect(judged('allocatedOutboundPorts', '1001')).toContain('take 1000 or 1008');
  });

  it.each(['-4', '4.5', '1,5', '4,5', '10 0', '1,0000', ',4', '1e3', '0x10', 'four', '９', '99999999999'])(
    'does not take %s for a number',
    (text) => {
      expect(judged('idleTimeoutInMinutes', text)).toContain('whole number');
    },
  );
});
