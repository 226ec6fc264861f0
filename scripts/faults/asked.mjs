/** `[count] [--seed=N | --seed N]` as an order, or what is wrong with it. `draw` gives a seed where none is named. */
export function askedFor(argv, draw) {
  const usual = { count: 200 };
  const order = { ...usual };
  for (let index = 0; index < argv.length; index += 1) {
    const [name, inline] = argv[index].split('=');
    if (name === '--seed') {
      const seed = wholeNumber(inline ?? argv[(index += 1)]);
      if (seed === undefined || seed > 0xffffffff)
        return { problem: 'A seed is a whole number from 0 to 4294967295.' };
      order.seed = seed;
      continue;
    }
    const count = wholeNumber(argv[index]);
    if (count === undefined || count === 0)
      return { problem: `'${argv[index]}' is no number of schedules. Use: npm run faults -- 200 --seed=17` };
    order.count = count;
  }
  return { ...order, seed: order.seed ?? draw() };
}

const wholeNumber = (text) => (/^\d+$/.test(text ?? '') ? Number(text) : undefined);
