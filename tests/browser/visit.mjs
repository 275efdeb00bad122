// What the tests in Firefox share: a page that has come whole, and the errors that were told of it.

// Of a page that is still on its way Firefox says that the formula at its end lacks children: it soon has them.
const HALF = /Invalid markup: Incorrect number of children/;

/** A tab with a page, and its errors, to which those that come later are added. */
export async function visit(browser, address) {
  const tab = await browser.newPage(), said = [];
  let whole = false;
  tab.on("pageerror", (error) => (whole || !HALF.test(error)) && said.push(String(error)));
  await tab.goto(address, { waitUntil: "load" });
  whole = true;
  return { tab, said };
}
