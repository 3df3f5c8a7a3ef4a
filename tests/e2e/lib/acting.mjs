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

/** Moves the focus there with Tab, as a person without a mouse does. */
export async function tabTo(page, locator, most = 40) {
  for (let i = 0; i < most; i += 1) {
    if (await locator.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${locator}`);
}
