export async function benchInChromium(_corpus: unknown): Promise<void> {}
