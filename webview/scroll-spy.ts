/**
 * The section being read: the last one whose top has passed the upper third of the window; at the end, the last one.
 * One that has nothing to show yet is a line that nobody reads for long, so it never takes the place of its neighbour.
 */
export function sectionInView(root: ParentNode): string | undefined {
  const sections = [...root.querySelectorAll<HTMLElement>('section[data-part]:not(.later)')];
  const { scrollHeight } = document.documentElement;
  const isAtEnd = window.scrollY > 0 && window.scrollY + window.innerHeight >= scrollHeight - 2;
  if (isAtEnd) return sections.at(-1)?.id;
  const passed = sections.filter((section) => section.getBoundingClientRect().top <= window.innerHeight / 3);
  return (passed.at(-1) ?? sections[0])?.id;
}
