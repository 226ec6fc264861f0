// As much of curl as docs/sandbox.md uses, on Node's own https: the tour runs where no curl is.
import { readFileSync, writeFileSync } from 'node:fs';
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';

const asked = { headers: {}, data: [], url: undefined, method: undefined };
const argv = process.argv.slice(2);
while (argv.length > 0) {
  const option = argv.shift();
  const take = () => argv.shift() ?? '';
  if (option === '-s') continue;
  else if (option === '--cacert') asked.ca = readFileSync(take());
  else if (option === '-H') {
    const [name, ...value] = take().split(':');
    asked.headers[name.toLowerCase()] = value.join(':').trim();
  } else if (option === '-X') asked.method = take();
  else if (option === '-D') asked.headerFile = take();
  else if (option === '-o') asked.file = take();
  else if (option === '-d') {
    const text = take();
    // curl takes line ends out of a file that it sends as a form.
    asked.data.push(text.startsWith('@') ? readFileSync(text.slice(1), 'utf8').replace(/[\r\n]/g, '') : text);
  } else if (option.startsWith('-')) {
    console.error(`curl (of the test): ${option} is not known`);
    process.exit(2);
  } else asked.url = option;
}

const body = asked.data.length === 0 ? undefined : asked.data.join('&');
const send = asked.url.startsWith('https:') ? secure : plain;
const sent = send(
  asked.url,
  {
    method: asked.method ?? (body === undefined ? 'GET' : 'POST'),
    ca: asked.ca,
    headers: {
      ...(body === undefined
        ? {}
        : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }),
      ...asked.headers,
    },
  },
  async (answer) => {
    const parts = [];
    for await (const part of answer) parts.push(part);
    if (asked.headerFile !== undefined) {
      const { rawHeaders } = answer;
      const lines = rawHeaders.flatMap((name, at) =>
        at % 2 === 0 ? [`${name}: ${rawHeaders[at + 1]}`] : [],
      );
      const first = `HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}`;
      writeFileSync(asked.headerFile, [first, ...lines, '', ''].join('\r\n'));
    }
    if (asked.file === undefined) process.stdout.write(Buffer.concat(parts));
    else writeFileSync(asked.file, Buffer.concat(parts));
  },
);
sent.on('error', ({ message }) => {
  console.error(`curl (of the test): ${message}`);
  process.exit(7);
});
sent.end(body);
