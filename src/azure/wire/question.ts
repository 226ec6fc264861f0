/** Questions that travel as a POST: they read, and change nothing. */
const questions = [
  /^\/providers\/Microsoft[.]ResourceGraph\/resources$/i,
  // Reading rights are enough: "Microsoft.PolicyInsights/checkPolicyRestrictions/read".
  /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft[.]PolicyInsights\/checkPolicyRestrictions$/i,
];

/** Whether a request only asks: a GET, or a question that travels as a POST. */
export function isQuestion(method: string, url: string): boolean {
  if (method === 'GET' || method === 'HEAD') return true;
  if (method !== 'POST' || !URL.canParse(url)) return false;
  const { pathname } = new URL(url);
  return questions.some((question) => question.test(pathname));
}
