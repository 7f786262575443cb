// The ways to the main pages, walked as a person walks them: by what stands on the page before.
// `seen` is called on every page on the way, once it stands there.

import { somebody } from './people.mjs';

const PASS_BY = async () => {};

/** By name: how to get to each main page. */
export const WAYS = {
  home,
  list,
  occupation: (page, language, seen) => firstOf('occupation', page, language, seen),
  course: (page, language, seen) => firstOf('course', page, language, seen),
  institution: (page, language, seen) => firstOf('institution', page, language, seen),
  compare,
  base: (page, language, seen) => firstOf('base', page, language, seen),
  nothing: (page, language, seen = PASS_BY) => open(page, language, '/find?q=zzzzqqqq', seen),
  question: (page, language, seen = PASS_BY) => open(page, language, '/check', seen),
  result,
  plan,
  ahead,
  market: (page, language, seen = PASS_BY) => open(page, language, '/market', seen),
  recommended: (page, language, seen = PASS_BY) => open(page, language, '/recommended', seen),
  signIn: (page, language, seen = PASS_BY) => open(page, language, '/sign-in', seen),
  apply: lookBeforeApplying,
  receipt,
  applications,
  readings: (page, language, seen = PASS_BY) => open(page, language, '/readings', seen),
  full: fullCourse,
  waiting,
  leaving,
  help: (page, language, seen = PASS_BY) => open(page, language, '/help', seen),
  accessibility: (page, language, seen = PASS_BY) => open(page, language, '/accessibility', seen),
  refused: (page, language, seen = PASS_BY) => open(page, language, '/find?level=9&from=2026-02-31', seen),
  staffSignIn: (page, language, seen = PASS_BY) => open(page, language, '/staff/sign-in', seen),
  rehearsal,
  words,
  missing: (page, language, seen = PASS_BY) => open(page, language, '/no-such-page', seen),
};

/** The first page. */
export async function home(page, language, seen = PASS_BY) {
  await open(page, language, '/', seen);
}

/** The open courses, behind the first of the three doors. */
export async function list(page, language, seen = PASS_BY) {
  await home(page, language, seen);
  await follow(page, page.getByRole('main').getByRole('link', { name: language.say('door-find') }), seen);
}

/** The result of the checker for a rural worker of thirty-six who was never trained. */
export async function result(page, { say, ...language }, seen = PASS_BY) {
  const answers = {
    [say('check-groups')]: () => page.getByRole('checkbox', { name: say('group-rural_worker') }).check(),
    [say('check-birth')]: async () => {
      for (const [part, value] of Object.entries({ year: '1990', month: '6', day: '30' })) {
        await page.getByRole('textbox', { name: say(`day-field-${part}`), exact: true }).fill(value);
      }
    },
    [say('check-sex')]: () => page.getByRole('radio', { name: say('sex-female') }).check(),
    [say('check-trainings')]: () => page.getByRole('radio', { name: say('check-trainings-none') }).check(),
    [say('check-school')]: () => page.getByRole('radio', { name: say('check-school-none') }).check(),
  };
  await home(page, { say, ...language }, seen);
  await follow(page, page.getByRole('main').getByRole('link', { name: say('door-check') }), seen);
  for (let heading = await headingOf(page); heading !== say('check-result'); heading = await headingOf(page)) {
    const answer = answers[heading];
    if (!answer) throw new Error(`the checker asked what nobody expected: ${heading}`);
    await answer();
    await follow(page, page.getByRole('button', { name: say('continue') }), seen);
  }
}

/** The plan of the same worker for the next years, who hands the answers over for it. */
export async function plan(page, language, seen = PASS_BY) {
  await result(page, language);
  const name = language.say('check-plan');
  const way = page.getByRole('button', { name }).or(page.getByRole('link', { name }));
  await follow(page, way, seen);
}

/** What lies ahead of the same worker on an open course. */
export async function ahead(page, language, seen = PASS_BY) {
  await plan(page, language);
  await openCourse(page, language);
  await follow(page, page.getByRole('link', { name: language.say('course-ahead') }), seen);
}

/** A course in employment skills that still takes applications: by the list's filters. */
export async function openCourse(page, language, seen = PASS_BY) {
  const { say } = language;
  await list(page, language, seen);
  await page.getByText(say('filters-count', { count: 1 }), { exact: true }).click();
  for (const [filter, value] of [['level', say('level-5')], ['programme', say('programme-employment_skills')]]) {
    await page.getByRole('group').filter({ hasText: say('filters-apply') }).getByText(say(`filter-${filter}`), { exact: true }).click();
    await page.getByRole('checkbox', { name: value }).check();
  }
  await follow(page, page.getByRole('button', { name: say('filters-apply') }), seen);
  await follow(page, firstHit(page), seen);
}

/** The last look before an application is made, by somebody who signs in and says who they are. */
export async function lookBeforeApplying(page, language, seen = PASS_BY) {
  await openCourse(page, language, seen);
  await follow(page, page.getByRole('link', { name: language.say('course-apply'), exact: true }), seen);
  await sayWhoOneIs(page, language, seen);
}

/** A course in employment skills that is full, and whose line can be joined. */
export async function fullCourse(page, language, seen = PASS_BY) {
  const search = '/api/v1/search?kind=course&programme=employment_skills&level=5&per_page=100';
  const today = new Date().toISOString().slice(0, 10);
  for (let number = 1, left = 1; left > 0; number += 1) {
    const { hits, total } = await (await page.request.get(`${search}&page=${number}`)).json();
    const full = hits.find((hit) => hit.seats_left === 0 && hit.apply_until > today);
    if (full) return open(page, language, `/courses/${full.id}`, seen);
    left = total - number * 100;
  }
  throw new Error('no course of the demo city is full');
}

/** The applications of somebody who waits in line for a full course. */
export async function waiting(page, language, seen = PASS_BY) {
  const { say } = language;
  await fullCourse(page, language, seen);
  await follow(page, page.getByRole('link', { name: say('waiting-join') }), seen);
  await sayWhoOneIs(page, language, seen);
  await follow(page, page.getByRole('button', { name: say('waiting-join') }), seen);
}

/** The question whether somebody really wants to leave the line. */
export async function leaving(page, language, seen = PASS_BY) {
  await waiting(page, language, seen);
  await follow(page, page.getByRole('link', { name: language.say('waiting-leave') }), seen);
}

/** Signs in, and says who one is and what else is asked. */
async function sayWhoOneIs(page, language, seen) {
  const { say } = language;
  const person = somebody();
  await page.getByRole('textbox', { name: say('sign-in-phone') }).fill(person.phone);
  await follow(page, page.getByRole('button', { name: say('sign-in-send') }), seen);
  await page.getByRole('textbox', { name: say('sign-in-code') }).fill(await codeSentTo(person, page, language));
  await follow(page, page.getByRole('button', { name: say('sign-in-button') }), seen);
  await page.getByRole('textbox', { name: say('details-name') }).fill(person.name);
  await page.getByRole('textbox', { name: say('details-id') }).fill(person.residentId);
  await page.getByRole('checkbox', { name: say('group-rural_worker') }).check();
  const certificate = page.getByRole('radio', { name: say('details-certificate-none') });
  if (await certificate.count()) await certificate.check();
  await follow(page, page.getByRole('button', { name: say('continue') }), seen);
}

/** The receipt of an application. */
export async function receipt(page, language, seen = PASS_BY) {
  await lookBeforeApplying(page, language, seen);
  await follow(page, page.getByRole('button', { name: language.say('apply-confirm') }), seen);
}

/** All applications of somebody who made one. */
export async function applications(page, language, seen = PASS_BY) {
  await receipt(page, language, seen);
  await follow(page, page.getByRole('link', { name: language.say('receipt-all') }), seen);
}

/** Three open courses, ticked in the list, beside each other. */
export async function compare(page, language, seen = PASS_BY) {
  const { say } = language;
  await list(page, language, seen);
  const boxes = page.getByRole('main').getByRole('checkbox', { name: say('compare-tick-name', { title: '' }).replace(/[”"“]+$/, '') });
  for (const place of [0, 1, 2]) await boxes.nth(place).check();
  const name = say(page.context().visitor.javaScriptEnabled ? 'compare-ticked' : 'compare-go', { count: 3, most: 3 });
  await follow(page, page.getByRole('button', { name }), seen);
}

/** What a new everyday name for an occupation would change, tried by the demo's editor. */
export async function words(page, language, seen = PASS_BY) {
  const { say } = language;
  await signInAsEditor(page, language, '/staff/words', seen);
  await page.getByLabel(say('words-word')).fill('电老虎');
  await page.getByLabel(say('words-occupation')).fill('电工');
  await page.getByLabel(say('words-source')).fill('示例');
  await follow(page, page.getByRole('button', { name: say('words-try') }), seen);
}

async function signInAsEditor(page, language, path, seen) {
  const { say } = language;
  await open(page, language, '/outbox', PASS_BY);
  const [name, password] = await page.locator('p.panel').filter({ hasText: say('staff-demo') }).locator('b').allInnerTexts();
  await open(page, language, path, seen);
  await page.getByRole('textbox', { name: say('staff-name') }).fill(name);
  await page.getByLabel(say('staff-password')).fill(password);
  await follow(page, page.getByRole('button', { name: say('staff-sign-in-button') }), seen);
}

/** What a later retirement would mean for synthetic residents, asked by the demo's editor. */
export async function rehearsal(page, language, seen = PASS_BY) {
  const { say } = language;
  await signInAsEditor(page, language, '/staff/rehearsal', seen);
  const again = page.getByRole('link', { name: say('rehearse-refresh') });
  const outcome = page.getByRole('heading', { name: say('rehearse-outcome') });
  const isGoingOn = async () => (await again.count()) + (await outcome.count()) > 0;
  if (!(await isGoingOn())) {
    await page.locator('[name=reading-retirement_age-male]').fill('63');
    await page.locator('summary').filter({ hasText: say('rehearse-more') }).first().click();
    await page.getByRole('combobox', { name: say('rehearse-people') }).first().selectOption('10000');
    await follow(page, page.getByRole('button', { name: say('rehearse-begin'), exact: true }), seen);
  }
  // where another editor began it a moment before, that one's is shown
  if (!(await isGoingOn())) await page.goto(language.address('/staff/rehearsal'));
  while (await again.count()) await follow(page, again);
  await seen(page);
}

/** Activates a link or a button and waits for the page behind it. */
export async function follow(page, control, seen = PASS_BY) {
  const [answer] = await Promise.all([page.waitForEvent('framenavigated'), control.click()]);
  await page.waitForLoadState();
  await seen(page);
  return answer;
}

/** Uses a reader's switch, `type_size` or `theme`, in the foot of every page. */
export async function choose(page, name, value) {
  await follow(page, page.getByRole('contentinfo').locator(`button[name=${name}][value=${value}]`));
}

/** Returns the page's one heading of the first level. */
export async function headingOf(page) {
  return (await page.getByRole('heading', { level: 1 }).innerText()).trim();
}

async function open(page, language, path, seen) {
  await page.goto(language.address(path));
  await seen(page);
}

async function firstOf(kind, page, language, seen = PASS_BY) {
  await open(page, language, `/find?kind=${kind}`, seen);
  await follow(page, firstHit(page), seen);
}

function firstHit(page) {
  return page.getByRole('main').getByRole('heading', { level: 3 }).getByRole('link').first();
}

/** Looks into the demo's outbox, as its visitors do, in a tab of its own. */
async function codeSentTo({ phone }, page, language) {
  const outbox = await page.context().newPage();
  await outbox.goto(language.address('/outbox'));
  const masked = `${phone.slice(0, 3)}****${phone.slice(-4)}`;
  const message = outbox.getByRole('listitem').filter({ hasText: masked }).first();
  const code = (await message.innerText()).match(/\b\d{6}\b/)[0];
  await outbox.close();
  return code;
}
