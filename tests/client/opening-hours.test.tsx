import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DEFAULT_OPENING_HOURS } from '#domain/opening-hours.ts';
import { WeekEditor } from '../../client/console/features/settings/OpeningHoursField.tsx';
import {
  nextStretch,
  readTime,
  stretchFault,
  textOf,
  weekOf,
} from '../../client/console/features/settings/week.ts';
import { startI18n } from '../../client/i18n.ts';
import texts from '../../client/locales/vi/console.json';
import errors from '../../client/locales/vi/errors.json';

describe('a time of day', () => {
  it.each([
    ['07:30', '07:30'],
    ['7h30', '07:30'],
    ['7g30', '07:30'],
    ['7.30', '07:30'],
    ['730', '07:30'],
    ['0730', '07:30'],
    [' 17 ', '17:00'],
    ['17h', '17:00'],
    ['7g', '07:00'],
    ['24:00', '24:00'],
    ['24:01', null],
    ['7:60', null],
    ['7:3', null],
    ['sáng', null],
    ['-7', null],
    ['', null],
  ])('typed "%s" is %s', (typed, time) => {
    expect(readTime(typed)).toBe(time);
  });
});

describe('the week as it is edited', () => {
  it.each([
    DEFAULT_OPENING_HOURS,
    'Mon-Sun 00:00-24:00',
    'Tue 08:00-17:00',
    'Mon 07:00-11:00; Wed-Thu 07:00-11:00 13:00-16:30; Sun 08:00-09:00 10:00-11:00 12:00-13:00',
  ])('says the same when it is written again: %s', (text) => {
    expect(textOf(weekOf(text))).toBe(text);
  });

  it('is written in the short notation, whatever was typed', () => {
    const week = weekOf('Mon 07:30-11:30');
    week[1] = [{ from: '7h30', to: '1130' }];
    week[6] = [{ from: '8', to: '9h' }];
    expect(textOf(week)).toBe('Mon-Tue 07:30-11:30; Sun 08:00-09:00');
  });

  it('is not written without a working day, nor with a time that is wrong', () => {
    expect(textOf(weekOf('nonsense'))).toBeNull();
    const week = weekOf(DEFAULT_OPENING_HOURS);
    week[2] = [{ from: '07:30', to: '' }];
    expect(textOf(week)).toBeNull();
  });

  it.each([
    [[{ from: '07:30', to: '11:30' }], null],
    [[{ from: '07:30', to: '' }], 'time'],
    [[{ from: '11:30', to: '07:30' }], 'order'],
    [[{ from: '07:30', to: '07:30' }], 'order'],
    [
      [
        { from: '07:30', to: '11:30' },
        { from: '11:00', to: '17:00' },
      ],
      'order',
    ],
    [
      [
        { from: '07:30', to: '11:30' },
        { from: '11:30', to: '17:00' },
      ],
      null,
    ],
  ])('has in its last stretch of %j the fault %s', (day, fault) => {
    expect(stretchFault(day, day.length - 1)).toBe(fault);
  });

  it('offers the morning first, then the afternoon, then nothing in particular', () => {
    const morning = nextStretch([]);
    const afternoon = nextStretch([morning]);
    expect([morning.from, afternoon.from, nextStretch([morning, afternoon]).from]).toEqual([
      '07:30',
      '13:30',
      '',
    ]);
  });
});

describe('the field of opening hours', () => {
  beforeAll(async () => {
    vi.stubGlobal('document', { documentElement: {} });
    await startI18n({ console: texts, errors }, {});
  });
  afterAll(() => vi.unstubAllGlobals());
  const show = (value: string, disabled = false) =>
    renderToStaticMarkup(
      <MantineProvider>
        <WeekEditor value={value} onChange={() => undefined} disabled={disabled} />
      </MantineProvider>,
    );

  it('shows each day with its times, named for who listens, and says which are closed', () => {
    const html = show(DEFAULT_OPENING_HOURS);
    expect(html.match(/<fieldset/g)).toHaveLength(7);
    expect(html.match(/<input/g)).toHaveLength(5 * 4 + 2);
    expect(html).toMatch(/<input(?=[^>]*aria-label="Thứ Hai, buổi 2, đến")(?=[^>]*value="17:00")/);
    expect(html.split('<fieldset').at(-1)).toContain('Nghỉ');
  });

  it('offers no change to whoever may not make any', () => {
    const html = show(DEFAULT_OPENING_HOURS, true);
    expect(html).not.toContain('Thêm buổi');
    expect(html.match(/<fieldset[^>]* disabled/g)).toHaveLength(7);
  });
});
