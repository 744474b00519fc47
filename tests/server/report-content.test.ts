// What a report says, on hand-made and on published figures.
import { describe, expect, it } from 'vitest';
import { parseDay } from '#domain/days.ts';
import { periodOf, periodOfRange } from '#domain/periods.ts';
import type { Answers } from '#domain/questions.ts';
import { type Cell, makeReport, type Report, type ReportFacts } from '#domain/report.ts';
import { rankChangeText, rankText, valueChangeText } from '#domain/report-changes.ts';
import { reportFigures } from '#domain/report-figures.ts';
import type { AgencyRow, Results } from '#domain/results.ts';
import { describeScores } from '#domain/results.ts';
import { scoreTally } from '#domain/scoring.ts';
import { wilson } from '#domain/statistics.ts';
import { countResponse, emptyTally, tallyLayout } from '#domain/tally.ts';
import { withheldFigures } from '#domain/withheld-figures.ts';
import en from '../../server/locales/en/reports.json' with { type: 'json' };
import vi from '../../server/locales/vi/reports.json' with { type: 'json' };
import { cellText } from '../../server/reports/cells.ts';
import { sayIn } from '../../server/reports/words.ts';
import { answers, small } from '../domain/fixtures.ts';

const say = sayIn('vi');
const figures = reportFigures('vi');
const AGENCY = { id: 'p', name: 'Tỉnh Long An', kind: 'province' } as const;

function resultsOf(people: Answers[], questionnaire = small(), more: Partial<Results> = {}): Results {
  const layout = tallyLayout(questionnaire);
  const tally = emptyTally(layout);
  for (const one of people) countResponse(layout, tally, one);
  const scores = scoreTally(questionnaire, tally);
  const id = `${questionnaire.code}@1`;
  return {
    agency: AGENCY,
    from: '2026-10-15',
    to: '2026-11-14',
    questionnaire: { id, title: questionnaire.title },
    questionnaires: [{ id, title: questionnaire.title, responses: people.length }],
    aggregation: scores.aggregation,
    n: people.length,
    required: null,
    marked: { n: 0, rateWithout: null },
    ...describeScores(questionnaire, scores, withheldFigures(questionnaire, [{ rows: [tally], next: 0 }])),
    ...more,
  };
}

function facts(results: Results, changes: Partial<ReportFacts> = {}): ReportFacts {
  const november = periodOf('month', 2026, 11, 14);
  return {
    language: 'vi',
    demo: false,
    today: parseDay('2026-11-21'),
    province: AGENCY.name,
    issuer: null,
    period: november,
    from: november.from,
    to: november.to,
    previous: { from: parseDay('2026-09-15'), to: parseDay('2026-10-14') },
    standing: { kind: 'provisional', why: 'open' },
    channels: null,
    questionnaire: small(),
    results,
    before: resultsOf([]),
    place: null,
    agencies: [],
    ...changes,
  };
}

const many = (count: number, word: string) => Array.from({ length: count }, () => answers(word));
const make = (given: ReportFacts) => makeReport(given, sayIn(given.language));
const textOf = ({ sections, subject }: Report) =>
  [
    ...subject,
    ...sections.flatMap(({ heading, blocks }) => [
      heading,
      ...blocks.map((block) => ('text' in block ? block.text : '')),
    ]),
  ].join('\n');
const cellsOf = (cells: Cell[]) => cells.map((cell) => cellText(cell, figures));

function row(name: string, rate: number | null, changes: Partial<AgencyRow> = {}): AgencyRow {
  const figure = {
    n: 100,
    rate,
    interval: rate === null ? null : wilson(rate, 100),
    rank: rate === null ? null : 1,
    rankOf: 3,
    tied: false,
    hidden: rate === null,
    weak: false,
  };
  return {
    id: name,
    name,
    kind: 'commune',
    group: 'local',
    ...figure,
    required: null,
    marked: { n: 0, rateWithout: null },
    standing: null,
    previous: figure,
    valueChange: 0,
    rankChange: 0,
    ...changes,
  };
}

describe('published figures', () => {
  it('of Đức Hòa 2018 come out as the distribution of 1.670 answers', () => {
    const people = [...many(1608, 'g'), ...many(60, 'f'), ...many(2, 'b')];
    const report = make(facts(resultsOf(people)));
    const levels = report.annexes[1]?.blocks[0];
    const cells = levels?.kind === 'table' ? cellsOf(levels.table.rows[0]?.cells ?? []) : [];
    expect(cells).toEqual(['a', '2', '0,12%', '60', '3,59%', '1.608', '96,29%', '1.670', '0']);
    expect(textOf(report)).toContain('là 96,29%');
    expect(textOf(report)).toContain('1.608 câu trả lời hài lòng trên 1.670 câu trả lời hợp lệ');
  });

  const nation = { group: 'tỉnh, thành phố', tied: false };
  it.each([
    ['Cần Thơ 2021 SIPAS', 48, 63, -10, 'thứ 48/63 trong nhóm tỉnh, thành phố', 'giảm 10 bậc'],
    ['Cần Thơ 2021 PAR INDEX', 51, 63, -14, 'thứ 51/63 trong nhóm tỉnh, thành phố', 'giảm 14 bậc'],
    ['Cần Thơ 2021 PAPI', 42, 60, -13, 'thứ 42/60 trong nhóm tỉnh, thành phố', 'giảm 13 bậc'],
    ['Hậu Giang 2021 SIPAS', 50, 63, 2, 'thứ 50/63 trong nhóm tỉnh, thành phố', 'tăng 2 bậc'],
    ['Hậu Giang 2021 PAR INDEX', 27, 63, 1, 'thứ 27/63 trong nhóm tỉnh, thành phố', 'tăng 1 bậc'],
    ['Hậu Giang 2021 PAPI', 33, 63, -6, 'thứ 33/63 trong nhóm tỉnh, thành phố', 'giảm 6 bậc'],
  ])('of %s are ranked with their denominator', (_, rank, rankOf, change, place, moved) => {
    expect(rankText({ say }, { rank, rankOf, ...nation })).toBe(place);
    expect(rankChangeText({ say }, change)).toBe(moved);
  });

  it('rise in value while they fall in rank, as Cần Thơ 2021 did, and are told apart', () => {
    expect(valueChangeText({ say, figures }, 1.4)).toBe('tăng 1,40 điểm phần trăm');
    expect(valueChangeText({ say, figures }, -1.61)).toBe('giảm 1,61 điểm phần trăm');
    const place = row('UBND xã Phong Điền', 85.54, {
      rank: 48,
      rankOf: 63,
      valueChange: 1.4,
      rankChange: -10,
      previous: { ...row('', 84.14), rank: 38, rankOf: 63 },
    });
    const text = textOf(make(facts(resultsOf(many(40, 'gggg')), { place })));
    expect(text).toContain('UBND xã Phong Điền xếp thứ 48/63 trong nhóm UBND cấp xã.');
    expect(text).toContain('Thứ hạng so với kỳ trước (38/63): giảm 10 bậc.');
    expect(text).not.toContain('tăng 10 bậc');
  });

  it.each([
    [83.94, '83,94%'],
    [82.995, '83,00%'],
    [0.005, '0,01%'],
    [100, '100,00%'],
  ])('like %d are written as Vietnamese does, halves away from zero', (rate, written) => {
    expect(figures.percent(rate)).toBe(written);
  });
});

describe('the text of a report', () => {
  it('gives rate, interval, sample and change of the value, and says whether the intervals overlap', () => {
    const now = resultsOf([...many(90, 'gggg'), ...many(10, 'bbbb')]);
    const before = resultsOf([...many(50, 'gggg'), ...many(50, 'bbbb')]);
    const text = textOf(make(facts(now, { before })));
    expect(text).toContain('Tháng 11 năm 2026 (từ ngày 15/10/2026 đến ngày 14/11/2026)');
    expect(text).toContain('là 90,00% (khoảng tin cậy 95%: 82,56–94,48%); 100 người trả lời');
    expect(text).toContain(
      '(từ ngày 15/09/2026 đến ngày 14/10/2026: 50,00%), tỷ lệ hài lòng tăng 40,00 điểm phần trăm.',
    );
    expect(text).toContain('Khoảng tin cậy của hai kỳ không trùng nhau.');
    expect(text).toContain('theo phương pháp SIPAS, không phải Chỉ số SIPAS do Bộ Nội vụ công bố');
    const same = textOf(make(facts(now, { before: resultsOf([...many(88, 'gggg'), ...many(12, 'bbbb')]) })));
    expect(same).toContain('tăng 2,00 điểm phần trăm');
    expect(same).toContain('chưa đủ cơ sở để coi đây là thay đổi thực');
  });

  it('names the strongest and the weakest criteria only where thirty people answered them', () => {
    const people = [...many(30, 'gggf'), ...many(10, 'gfbf'), ...many(9, '---b')];
    expect(textOf(make(facts(resultsOf(people))))).toContain(
      'Các tiêu chí có tỷ lệ hài lòng cao nhất: “a” (100,00%); “b” (75,00%). Các tiêu chí có tỷ lệ hài lòng thấp nhất: “d” (0,00%).',
    );
    const few = textOf(make(facts(resultsOf(many(29, 'gbfg')))));
    expect(few).toContain('Không đủ tiêu chí có từ 30 người trả lời');
    expect(few).toContain('chưa đủ mẫu, chỉ để tham khảo');
    expect(few).not.toContain('“a”');
    const same = textOf(make(facts(resultsOf(many(40, 'gggg')))));
    expect(same).toContain('Cả 4 tiêu chí đủ mẫu có cùng tỷ lệ hài lòng 100,00%.');
  });

  it('ranks agencies with their ties and their denominators, and names and counts those that cannot be told apart', () => {
    const first = { band: 1, size: 2, best: 1, worst: 2 };
    const agencies = [
      row('UBND xã B', 90, { rank: 1, tied: true, standing: first }),
      row('UBND xã A', 90, { rank: 1, tied: true, weak: true, standing: first }),
      row('UBND xã C', 50, { rank: 3, standing: { band: 2, size: 1, best: 3, worst: 3 } }),
      row('UBND xã Ẩn', null),
    ];
    const report = make(facts(resultsOf(many(40, 'gggg')), { agencies }));
    const text = textOf(report);
    expect(text).toContain(
      'Nhóm UBND cấp xã có 4 cơ quan, đơn vị, trong đó 3 cơ quan, đơn vị có số liệu được xếp hạng.',
    );
    expect(text).toContain(
      'cao nhất: UBND xã A (90,00%, đồng hạng 1/3, chưa đủ mẫu); thấp nhất: UBND xã C (50,00%, hạng 3/3)',
    );
    expect(text).toContain(
      'Có 1 cơ quan, đơn vị khác có khoảng tin cậy trùng một phần với khoảng tin cậy của UBND xã A',
    );
    const table = report.annexes.at(-1)?.blocks[0];
    const rows =
      table?.kind === 'table' ? table.table.rows.map(({ cells }) => cellsOf(cells).slice(0, 5)) : [];
    expect(rows).toEqual([
      ['1/3 (đồng hạng)', '1 (1–2)', 'UBND xã A (chưa đủ mẫu)', '100', '90,00%'],
      ['1/3 (đồng hạng)', '1 (1–2)', 'UBND xã B', '100', '90,00%'],
      ['3/3', '2 (3–3)', 'UBND xã C', '100', '50,00%'],
      ['–', '–', 'UBND xã Ẩn', '100', 'ẩn'],
    ]);
  });

  it('gives the rate with and without marked responses, unless few of them would be seen through', () => {
    const people = [...many(90, 'gggg'), ...many(10, 'bbbb')];
    const both = resultsOf(people, small(), { marked: { n: 20, rateWithout: 87.5 } });
    expect(textOf(make(facts(both)))).toContain(
      'khi tính cả các lượt bị đánh dấu là 90,00%; khi không tính các lượt này là 87,50% (giảm 2,50 điểm phần trăm)',
    );
    const few = textOf(make(facts(resultsOf(people, small(), { marked: { n: 3, rateWithout: null } }))));
    expect(few).toContain('3 trên 100 lượt trả lời (3,00%)');
    expect(few).toContain('không được nêu vì có thể làm lộ');
  });

  it('says so when nobody answered, and shows nothing', () => {
    const report = make(facts(resultsOf([])));
    expect(textOf(report)).toContain('không có lượt trả lời nào nên không có số liệu');
    expect(report.annexes).toEqual([]);
    expect(JSON.stringify(report.sections)).not.toContain('"as":"percent"');
  });

  it('withholds every figure of fewer than ten people, wherever it would stand', () => {
    const report = make(facts(resultsOf(many(9, 'gggb'))));
    expect(textOf(report)).toContain('không được nêu vì có dưới 10 người trả lời');
    const withFigures = JSON.stringify({
      ...report,
      sheets: report.sheets.filter(({ caption }) => caption !== 'Bảng mã'),
    });
    expect(withFigures).not.toMatch(/"as":"(percent|points)"/);
    expect(withFigures).not.toContain('"value":36');
  });

  it('says when the period is not over, and which other versions were answered', () => {
    const results = resultsOf(many(40, 'gggg'));
    results.questionnaires.push({ id: 'small@2', title: { vi: 'x' }, responses: 1234 });
    const text = textOf(make(facts(results, { today: parseDay('2026-11-10') })));
    expect(text).toContain('Kỳ báo cáo chưa kết thúc');
    expect(text).toContain('(small@2: 1.234)');
  });

  it('stands under the name of whoever issues it', () => {
    const results = resultsOf(many(40, 'gggg'));
    const head = (issuer: ReportFacts['issuer']) => make(facts(results, { issuer, demo: true })).letterhead;
    expect(head(null)).toMatchObject({
      superior: ['ỦY BAN NHÂN DÂN', 'TỈNH LONG AN'],
      issuer: ['SỞ NỘI VỤ'],
      number: 'Số: …/BC-SNV',
      placeAndDate: 'Long An, ngày 21 tháng 11 năm 2026',
      warning: expect.stringContaining('DÙNG THỬ'),
    });
    expect(head({ name: 'UBND xã Đức Hòa', kind: 'commune' })).toMatchObject({
      superior: [],
      issuer: ['ỦY BAN NHÂN DÂN', 'XÃ ĐỨC HÒA'],
      number: 'Số: …/BC-UBND',
      placeAndDate: 'Đức Hòa, ngày 21 tháng 11 năm 2026',
    });
    const early = make(facts(results, { today: parseDay('2027-02-03') })).letterhead;
    expect(early.placeAndDate).toBe('Long An, ngày 03 tháng 02 năm 2027');
  });

  it('can be had in English, with the same figures', () => {
    const now = resultsOf([...many(900, 'gggg'), ...many(100, 'bbbb')]);
    const report = make(
      facts(now, { language: 'en', agencies: [row('UBND xã A', 90), row('UBND xã B', 80, { rank: 2 })] }),
    );
    expect(textOf(report)).toContain('is 90.00% (95% interval:');
    expect(textOf(report)).toContain('3,600 satisfied answers of 4,000 valid ones');
  });

  it('has the same words to fill in both languages', () => {
    const holes = (words: Record<string, string>) =>
      Object.entries(words).map(([key, text]) => [
        key,
        [...text.matchAll(/\{\{\w+\}\}/g)].map(String).sort(),
      ]);
    expect(holes(en)).toEqual(holes(vi));
    expect(() => say('no.such.key')).toThrow('no.such.key');
    expect(() => say('overall.rate')).toThrow('agency');
  });
});

describe('the days of a report', () => {
  it.each([
    ['2026-10-15', '2026-11-14', 'month', 11],
    ['2026-09-15', '2026-12-14', 'quarter', 4],
    ['2026-06-15', '2026-12-14', 'half', 2],
    ['2025-12-15', '2026-12-14', 'year', 1],
  ])('%s to %s are known as a reporting period', (from, to, kind, index) => {
    expect(periodOfRange({ from: parseDay(from), to: parseDay(to) }, 14)).toMatchObject({
      kind,
      index,
      year: 2026,
    });
  });

  it('are just days otherwise', () => {
    expect(periodOfRange({ from: parseDay('2026-10-16'), to: parseDay('2026-11-14') }, 14)).toBeNull();
    const report = make(facts(resultsOf([]), { period: null }));
    expect(report.subject[1]).toBe('(từ ngày 15/10/2026 đến ngày 14/11/2026)');
  });
});
