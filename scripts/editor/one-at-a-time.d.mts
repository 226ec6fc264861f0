export function isAlive(pid: number): boolean;
export function oneAtATime<T>(lock: string, work: () => Promise<T>, waiting?: () => void): Promise<T>;
