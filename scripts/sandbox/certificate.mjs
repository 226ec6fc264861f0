import { generate } from 'selfsigned';

const lastsInMs = 30 * 24 * 3_600_000;
/** A client's clock may be behind ours: in a container, in a virtual machine. */
const earlierInMs = 24 * 3_600_000;

/**
 * A certificate for this machine's loopback address, made on the spot. Its names stand among the alternative names:
 * Python 3.13 and later take no other.
 */
export async function makeCertificate(nowInMs) {
  const { cert, private: key } = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(nowInMs - earlierInMs),
    notAfterDate: new Date(nowInMs + lastsInMs),
    extensions: [
      // Trusted as it is, and able to vouch for nobody else.
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 7, ip: '127.0.0.1' },
          { type: 2, value: 'localhost' },
        ],
      },
    ],
  });
  return { certificate: cert, key };
}
