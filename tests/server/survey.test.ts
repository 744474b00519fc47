import { describe, expect, it } from 'vitest';
import { receiptOf } from '#domain/receipts.ts';
import { publishedRow } from '../../server/questionnaires/publication.ts';
import { insertQuestionnaire } from '../../server/questionnaires/queries.ts';
import { openComments } from '../../server/responses/comments.ts';
import { responsesAfter } from '../../server/responses/queries.ts';
import { questionnaire as small } from '../client/form.ts';
import { allCriteria, CRITERIA, type TestServer } from '../support/server.ts';
import { formIn, postForm, surveyServer } from '../support/survey.ts';

const stored = ({ context }: TestServer) => responsesAfter(context.db, 0, 1000);

/** A server, the address of one of its forms, and that form as it arrives. */
async function opened(search = '') {
  const server = await surveyServer();
  const url = `/s/${server.touchpoints[0]?.code}${search}`;
  const page = (await server.get(url)).body;
  return { server, url, page };
}

/** What stands inside a question's fieldset. */
function question(page: string, code: string): string {
  const start = page.indexOf(`<fieldset id="question-${code}"`);
  return page.slice(start, page.indexOf('</fieldset>', start));
}

const checked = (page: string) => [...page.matchAll(/<input(?=[^>]* checked)[^>]*>/g)].length;

describe('the form that arrives', () => {
  it('holds every question with its criteria’s levels, and sends itself to its own address', async () => {
    const { server, url, page } = await opened();
    for (const code of CRITERIA) expect(question(page, code)).toContain('<legend>');
    expect(page.match(/<fieldset[^>]*class="question rating/g)).toHaveLength(19);
    expect(page.match(/name="answers\.c15"/g)).toHaveLength(6);
    expect(page).toMatch(new RegExp(`<form id="survey"[^>]* action="${url}"`));
    const reply = await server.get(url);
    expect(reply.headers).toMatchObject({ 'cache-control': 'no-store' });
    expect(reply.headers['content-type']).toContain('text/html');
  });

  it('carries its style sheet and data, and no script but the program', async () => {
    const { page } = await opened();
    expect(page).toContain('<style>/* /survey/assets/a.css */</style>');
    expect(page.match(/<script[^>]*>/g)).toEqual([
      '<script type="application/json" id="touchpoint">',
      '<script type="module" crossorigin src="/survey/assets/a.js">',
    ]);
  });

  it('has an id of its own each time', async () => {
    const { server, url, page } = await opened();
    const again = (await server.get(url)).body;
    expect(formIn(page).get('id')).not.toBe(formIn(again).get('id'));
  });

  it('speaks the language of its address, and Vietnamese in any other case', async () => {
    const { page } = await opened('?lang=en');
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('Your opinion on public administrative services');
    expect(page).toMatch(/<form id="survey"[^>]* action="[^"]+\?lang=en"/);
    for (const search of ['', '?lang=xx', '?lang=%22%3E%3Cb%3E'])
      expect((await opened(search)).page).toContain('<html lang="vi">');
  });
});

describe('a form that is sent', () => {
  it('is stored, and its sender sees the receipt at an address that shows nothing else', async () => {
    const { server, url, page } = await opened();
    const fields = formIn(page, allCriteria('5', { comment: 'Chờ lâu\r\nnhưng tốt' }));
    const receipt = receiptOf(String(fields.get('id')));
    server.clock.now += 60_000;
    const reply = await postForm(server, url, fields);
    expect([reply.statusCode, reply.headers.location]).toEqual([303, `${url}/thanks/${receipt}`]);
    const [row] = await stored(server);
    expect(row).toMatchObject({ id: fields.get('id'), locale: 'vi', channel: 'web', durationMs: 60_000 });
    expect(JSON.parse(row?.answers ?? '')).toEqual(allCriteria('5'));
    expect(openComments(row?.comments ?? null).comment?.text).toBe('Chờ lâu\nnhưng tốt');
    for (let reload = 0; reload < 2; reload++) {
      const thanks = await server.get(String(reply.headers.location));
      expect([thanks.statusCode, thanks.headers['cache-control']]).toEqual([200, 'no-store']);
      expect(thanks.body).toContain(`<strong>${receipt}</strong>`);
      expect(thanks.body).not.toContain('<script');
    }
    expect(await stored(server)).toHaveLength(1);
  });

  it('is stored once, however often it is sent', async () => {
    const { server, url, page } = await opened();
    const fields = formIn(page, allCriteria('4'));
    const both = await Promise.all([postForm(server, url, fields), postForm(server, url, fields)]);
    server.clock.now += 5000;
    const replies = [...both, await postForm(server, url, fields)];
    expect(replies.map((reply) => reply.statusCode)).toEqual([303, 303, 303]);
    expect(await stored(server)).toHaveLength(1);
  });

  it('is refused when its id stands for other answers', async () => {
    const { server, url, page } = await opened();
    await postForm(server, url, formIn(page, allCriteria('4')));
    const reply = await postForm(server, url, formIn(page, allCriteria('1')));
    expect(reply.statusCode).toBe(409);
    expect(reply.body).toContain('Phiếu này đã được nhận trước đó với nội dung khác.');
    expect(await stored(server)).toHaveLength(1);
  });

  it('keeps its language, and stores it', async () => {
    const { server, url, page } = await opened('?lang=en');
    const reply = await postForm(server, url, formIn(page, allCriteria('4')));
    expect(reply.headers.location).toMatch(/\?lang=en$/);
    expect((await server.get(String(reply.headers.location))).body).toContain('Thank you');
    expect((await stored(server))[0]?.locale).toBe('en');
  });

  it('comes back in another language with its answers when that is all that was asked', async () => {
    const { server, url, page } = await opened();
    const fields = formIn(page, { c15: '2' });
    fields.append('show', 'form');
    const reply = await postForm(server, `${url}?lang=en`, fields);
    expect(reply.statusCode).toBe(200);
    expect(reply.body).toContain('<html lang="en">');
    expect(reply.body).not.toContain('class="fault"');
    expect(checked(reply.body)).toBe(1);
    expect(formIn(reply.body).get('id')).toBe(fields.get('id'));
  });
});

describe('a form with faults', () => {
  it('comes back with what is missing named beside it and above, and with every other answer', async () => {
    const { server, url, page } = await opened();
    const { c20: _left, ...answers } = allCriteria('2', { age: '35_49', comment: 'Xin cảm ơn' });
    const reply = await postForm(server, url, formIn(page, answers));
    expect(reply.statusCode).toBe(422);
    expect(question(reply.body, 'c20')).toContain('Vui lòng trả lời câu hỏi này.');
    expect(reply.body.match(/class="fault"/g)).toHaveLength(1);
    expect(reply.body).toContain('<a href="#question-c20">');
    expect(reply.body).toContain('<title>Xin xem lại những câu dưới đây – ');
    expect(checked(reply.body)).toBe(18 + 1);
    expect(question(reply.body, 'comment')).toContain('>Xin cảm ơn</textarea>');
    expect(formIn(reply.body).get('id')).toBe(formIn(page).get('id'));
    expect(await stored(server)).toEqual([]);

    const corrected = await postForm(server, url, formIn(reply.body, { ...answers, c20: '4' }));
    expect(corrected.statusCode).toBe(303);
  });

  it.each([
    ['an unknown option', { c15: '9' }, 'c15', 'Phương án này không có trong phiếu.'],
    ['two answers to one question', { c15: ['1', '2'] }, 'c15', 'Vui lòng chỉ chọn một phương án.'],
    ['too long a text', { comment: 'á'.repeat(1001) }, 'comment', 'Nội dung quá dài.'],
    ['far too long a text', { comment: 'á'.repeat(10_001) }, 'comment', 'Nội dung quá dài.'],
  ])('comes back with %s named beside its question', async (_name, change, code, words) => {
    const { server, url, page } = await opened();
    const reply = await postForm(server, url, formIn(page, allCriteria('4', change)));
    expect(reply.statusCode).toBe(422);
    expect(question(reply.body, code)).toContain(words);
    expect(await stored(server)).toEqual([]);
  });

  it('comes back with what is wrong though no question is to blame', async () => {
    const { server, url, page } = await opened();
    const reply = await postForm(server, url, formIn(page, allCriteria('4', { 'made-up': '1' })));
    expect(reply.statusCode).toBe(422);
    expect(reply.body).toContain('Phiếu khảo sát không có câu hỏi này.');
  });

  it('shows what was written as text, never as markup', async () => {
    const { server, url, page } = await opened();
    const hostile = `</textarea><script>alert(1)</script>"'&`;
    const fields = formIn(page, { comment: hostile, c15: '"><b>', '"><i>': '1' });
    const reply = await postForm(server, url, fields);
    expect(reply.statusCode).toBe(422);
    expect(reply.body).not.toMatch(/<script>|"><b>|"><i>/);
    expect(question(reply.body, 'comment')).toContain('&lt;/textarea&gt;&lt;script&gt;');
  });

  it.each([
    ['too much', 'x'.repeat(200_000), undefined, 413],
    ['too many fields', '&a=1'.repeat(1001), undefined, 400],
    ['another type', '{}', 'application/json', 400],
    ['plain text', 'a=1', 'text/plain', 415],
    ['an id that is none', '&id=1', undefined, 400],
    ['no fields at all', '', undefined, 400],
  ])('is refused in plain words when it is %s', async (_name, more, type, status) => {
    const { server, url, page } = await opened();
    const fields = type
      ? more
      : more && `${formIn(page, allCriteria('4'))}${more}`.replace(/^id=[^&]+(.*&id)/, '$1');
    const reply = await postForm(server, url, fields, type);
    expect(reply.statusCode).toBe(status);
    expect(reply.headers['content-type']).toContain('text/html');
    expect(reply.body).toContain('Chưa mở được phiếu khảo sát');
    expect(await stored(server)).toEqual([]);
  });

  it('does not make the API take forms', async () => {
    const { server } = await opened();
    expect((await postForm(server, '/api/responses', 'id=1')).statusCode).toBe(415);
  });
});

describe('a question that applies to some only', () => {
  async function openedSmall() {
    const server = await surveyServer();
    const { db } = server.context;
    const code = server.touchpoints[0]?.code ?? '';
    const { id: _id, hash: _hash, ...content } = small;
    await db.write((tx) => [insertQuestionnaire(tx, db.tables, publishedRow(content, server.clock.now))]);
    const fields = (answers: Parameters<typeof formIn>[1]) => {
      const form = formIn('', answers);
      form.set('id', crypto.randomUUID());
      form.set('startedAt', new Date(server.clock.now).toISOString());
      form.set('questionnaire', 'small@1');
      return form;
    };
    return { server, url: `/s/${code}`, fields };
  }

  it('is there and says when it applies', async () => {
    const { server, url, fields } = await openedSmall();
    const { body } = await postForm(server, url, fields({}));
    expect(question(body, 'reasons')).toContain('Chỉ trả lời nếu câu “Lịch sự” được chọn: Không.');
  });

  it('is stored when it applies, and its answer dropped when it does not', async () => {
    const { server, url, fields } = await openedSmall();
    await postForm(server, url, fields({ polite: 'no', reasons: ['rude', 'late'] }));
    await postForm(server, url, fields({ polite: 'yes', reasons: ['rude'] }));
    const answers = (await stored(server)).map((row) => JSON.parse(row.answers));
    expect(answers).toEqual([{ polite: 'no', reasons: ['late', 'rude'] }, { polite: 'yes' }]);
  });
});

describe('an address that leads to no form', () => {
  it.each([
    ['/s/22222222', 404, 'Không tìm thấy điểm khảo sát có mã này.'],
    ['/s/%3Cb%3E', 404, 'value="&lt;b&gt;"'],
    ['/s?code=%3F', 404, 'Không tìm thấy điểm khảo sát có mã này.'],
    ['/s/22222222?lang=en', 404, 'There is no survey point with this code.'],
    ['/s', 200, 'Nhập mã điểm khảo sát'],
    ['/s/', 200, 'Nhập mã điểm khảo sát'],
  ])('%s is answered %i in plain words, with a way on', async (url, status, words) => {
    const server = await surveyServer();
    const reply = await server.get(url);
    expect(reply.statusCode).toBe(status);
    expect(reply.body).toContain(words);
    expect(reply.body).toMatch(/<form[^>]* action="\/s"/);
  });

  it('takes a code that was typed to its form', async () => {
    const server = await surveyServer();
    const code = server.touchpoints[0]?.code ?? '';
    const reply = await server.get(`/s?code=+${code.toLowerCase()}`);
    expect(reply.statusCode).toBe(303);
    expect((await server.get(String(reply.headers.location))).statusCode).toBe(200);
  });

  it.each([
    ['paused', 409, 'đang tạm dừng nhận ý kiến'],
    ['revoked', 410, 'không còn được sử dụng'],
  ] as const)('a %s code is answered %i, opened or sent', async (state, status, words) => {
    const { server, url, page } = await opened();
    const { write, tables } = server.context.db;
    await write((tx) => [tx.update(tables.touchpoints).set({ state })]);
    for (const reply of [
      await server.get(url),
      await postForm(server, url, formIn(page, allCriteria('4'))),
    ]) {
      expect(reply.statusCode).toBe(status);
      expect(reply.body).toContain(words);
    }
  });

  it('thanks nobody for a receipt that is not stored', async () => {
    const { server, url } = await opened();
    expect((await server.get(`${url}/thanks/2222-2222-2222`)).statusCode).toBe(404);
    expect((await server.get(`${url}/thanks/x`)).statusCode).toBe(404);
  });
});

describe('a preview', () => {
  it('shows the form as citizens see it, says what it is, and cannot send', async () => {
    const { page } = await opened('?preview');
    expect(page.match(/<fieldset[^>]*class="question rating/g)).toHaveLength(19);
    expect(page).toContain('Bản xem trước – không gửi được câu trả lời.');
    expect(page).not.toContain('<script');
    expect(page).not.toContain('type="submit"');
    expect(page).not.toMatch(/<form id="survey"[^>]* (action|method)=/);
  });
});

describe('the page of a code that was replaced', () => {
  it('names the agency but not the new code, and starts no program that would hide it', async () => {
    const { server, url } = await opened();
    const renewal = await server.app.inject({
      method: 'POST',
      url: `/api/touchpoints/${server.touchpoints[0]?.id}/code`,
    });
    const reply = await server.get(url);
    expect(reply.statusCode).toBe(410);
    expect(reply.body).toContain('Mã khảo sát này đã được thay bằng mã mới.');
    expect(reply.body).toContain('Điểm khảo sát này của: UBND phường Cái Răng.');
    expect(reply.body).not.toContain(renewal.json().code);
    expect(reply.body).not.toContain('<script type="module"');
  });
});

describe('the reasons for low answers', () => {
  it('are asked for in one closed group a page, with a list for each criterion', async () => {
    const { page } = await opened();
    expect(page.match(/<details class="question reasons"/g)).toHaveLength(5);
    expect(page).not.toMatch(/<details[^>]* open/);
    expect(page.match(/<select[^>]* name="answers\.c\d\d:reason"/g)).toHaveLength(19);
    expect(page).not.toMatch(/<input[^>]*:reason/);
    const lists = page.match(/<label for="list-c15:reason">Cơ quan cung cấp[^<]*<\/label>/g);
    expect(lists).toHaveLength(1);
  });

  it('are stored where the answer is low, dropped where it is not, and nothing where none is chosen', async () => {
    const { server, url, page } = await opened();
    const answers = { ...allCriteria('4'), c15: '1', c16: '2', c17: '1' };
    const form = formIn(page, {
      ...answers,
      'c15:reason': 'time',
      'c16:reason': '',
      'c18:reason': 'attitude',
    });
    expect((await postForm(server, url, form)).statusCode).toBe(303);
    const [row] = await stored(server);
    expect(JSON.parse(row?.answers ?? '')).toEqual({ ...answers, 'c15:reason': 'time' });
  });

  it('that do not exist are named, in an open group that still holds the others', async () => {
    const { server, url, page } = await opened();
    const answers = { ...allCriteria('1'), 'c15:reason': 'nonsense', 'c16:reason': 'time' };
    const { statusCode, body } = await postForm(server, url, formIn(page, answers));
    expect(statusCode).toBe(422);
    expect(body).toContain('href="#question-c15:reason"');
    expect(body).toMatch(/<p id="question-c15:reason">.*?class="fault"/);
    expect(body.match(/<details class="question reasons" open/g)).toHaveLength(5);
    expect(body).toMatch(
      /<select[^>]*name="answers\.c16:reason".*?<option (?:selected="" value="time"|value="time" selected|selected value="time")/,
    );
  });
});

describe('a question that need not be answered', () => {
  it('has a way to take its answer back, which is no answer', async () => {
    const { server, url, page } = await opened();
    expect(question(page, 'gender')).toMatch(
      /<input[^>]*name="answers\.gender"[^>]*value=""|value=""[^>]*name="answers\.gender"/,
    );
    expect(question(page, 'c15')).not.toContain('value=""');
    await postForm(server, url, formIn(page, { ...allCriteria('4'), gender: '' }));
    const [row] = await stored(server);
    expect(JSON.parse(row?.answers ?? '')).toEqual(allCriteria('4'));
  });
});
