// What people do with the product's fields.
import { seen } from './seeing.mjs';

const choices = (page) => page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option');

/** Chooses somebody in a field that searches colleagues. */
export async function choosePerson(page, field, name) {
  await field.click();
  await field.fill(name);
  const choice = choices(page).filter({ hasText: name });
  await seen(choice);
  await choice.first().click();
}

/** Chooses from a list of words with the keys, going down from what is chosen. */
export async function chooseByKeys(page, field, text) {
  await field.focus();
  await page.keyboard.press('ArrowDown');
  await seen(choices(page).filter({ hasText: text }));
  const texts = await choices(page).allTextContents();
  const chosen = await choices(page).evaluateAll((all) => all.findIndex((each) => each.classList.contains('ant-select-item-option-selected')));
  for (let place = Math.max(0, chosen); place < texts.indexOf(text); place += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

/** Moves the focus there with Tab, as a person without a mouse does. */
export async function tabTo(page, locator, most = 40) {
  for (let i = 0; i < most; i += 1) {
    if (await locator.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${locator}`);
}
