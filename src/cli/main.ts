import { run } from './run.js';

// A reader that has seen enough (`| head`) closes the pipe; that is no failure of ours.
process.stdout.on('error', () => undefined);

const { code, out, err } = run(process.argv.slice(2), process.cwd());
process.stdout.write(out);
process.stderr.write(err);
process.exitCode = code;
