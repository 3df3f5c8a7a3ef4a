// What a person waits for.
const patience = 20_000;
const pause = (ms) => new Promise((later) => setTimeout(later, ms));

export const seen = (locator) => locator.first().waitFor({ state: 'visible', timeout: patience });
export const gone = (locator) => locator.first().waitFor({ state: 'hidden', timeout: patience });

/** The name of a button or link and nothing around it: an icon beside it has none. */
export const only = (name) => new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);

/** Asks until it holds, and answers what was asked for. */
export async function eventually(what, read, holds = Boolean) {
  for (const deadline = Date.now() + patience; ; await pause(50)) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > deadline) throw new Error(`${what}: still ${JSON.stringify(value)}`);
  }
}

/** Until the page has all it asked for and stands still. */
export async function settled(page) {
  const isAtRest = () => {
    const moves = document.getAnimations().some((animation) => animation.playState === 'running' && animation.effect?.getComputedTiming().iterations !== Infinity);
    const waits = document.querySelector('.ant-skeleton, .ant-spin-spinning, [aria-busy=true], [class*=enter-active], [class*=leave-active]');
    return document.querySelector('h1, [role=alert]') !== null && !waits && !moves;
  };
  let calm = 0;
  await eventually('the page comes to rest', async () => {
    calm = page.inFlight.size === 0 && (await page.evaluate(isAtRest)) ? calm + 1 : 0;
    return calm === 2;
  });
}
