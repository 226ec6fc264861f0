export function underDeadBrowser(report: unknown): number;
