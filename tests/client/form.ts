// A small questionnaire with one question of every type and a hidden one, for the tests of the respondent's page.
import type { TouchpointView } from '#domain/touchpoint-view.ts';

const both = (text: string) => ({ vi: text, en: `${text} (en)` });

export const view: TouchpointView = {
  code: '7KQMP3XR',
  name: 'Quầy số 1',
  kind: 'counter',
  agency: { id: 'a1', name: 'UBND phường Cái Răng', nameEn: null, kind: 'commune' },
  audio: [],
  proof: false,
  demo: false,
  questionnaire: {
    id: 'small@1',
    hash: '',
    code: 'small',
    version: 1,
    aggregation: 'pooled_answers',
    languages: ['vi', 'en'],
    title: both('Phiếu nhỏ'),
    scales: {
      yes_no: {
        levels: [
          { code: 'no', text: both('Không'), satisfied: false, mood: 1 },
          { code: 'yes', text: both('Có'), satisfied: true, mood: 5 },
        ],
        dontKnow: both('Không biết'),
      },
    },
    before: [],
    parts: [
      {
        code: 'service',
        title: both('Phục vụ'),
        scale: 'yes_no',
        factors: [
          {
            code: 'staff',
            title: both('Công chức'),
            criteria: [{ code: 'polite', text: both('Lịch sự'), required: true }],
          },
        ],
      },
    ],
    after: [
      {
        code: 'more',
        title: both('Thêm'),
        questions: [
          {
            type: 'multiple',
            code: 'reasons',
            text: both('Vì sao'),
            visibleWhen: [{ question: 'polite', oneOf: ['no'] }],
            options: ['late', 'rude'].map((code) => ({ code, text: both(code) })),
          },
          { type: 'text', code: 'comment', text: both('Ý kiến'), maxLength: 10 },
        ],
      },
    ],
  },
};

export const { questionnaire } = view;
