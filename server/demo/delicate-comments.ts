// What a few people of the demo write that must not lie open: names, numbers, allegations. All of it is invented, and
// says so: `Thử Nghiệm` and `Ví Dụ` are no names, and no telephone begins with 0900 000.
import type { Answers } from '#domain/questions.ts';
import type { Submission } from '#domain/submissions.ts';

const CONTENT: readonly string[] = [
  'Chị Nguyễn Thị Ví Dụ ở quầy số 2 hướng dẫn rất tận tình, xin cảm ơn chị',
  'Tôi tên Trần Văn Thử Nghiệm, rất hài lòng, mong cơ quan khen thưởng các cán bộ ở quầy số 1',
  'Làm nhanh, tốt. Cần thêm thông tin xin gọi tôi số 0900 000 123',
  'Rất tốt. Xin gửi giúp tôi danh mục giấy tờ vào hộp thư vidu@example.vn',
];

const DISCONTENT: readonly string[] = [
  'Hồ sơ trễ hẹn hai lần, gọi lại cho tôi số 0900 000 456 để tôi nói rõ hơn',
  'Anh Lê Văn Ví Dụ ở quầy số 3 gợi ý đưa phong bì thì hồ sơ mới nhanh',
  'Tôi là Phạm Thị Thử Nghiệm, số căn cước 000000000123, đề nghị xem lại hồ sơ của tôi',
  'Thu thêm 200.000 đồng ngoài quy định mà không có biên lai, đề nghị kiểm tra',
  'Chờ cả buổi sáng không ai gọi tên. Mong trả lời vào hộp thư thunghiem@example.vn',
  'Cán bộ Hoàng Văn Ví Dụ lớn tiếng, hách dịch với người già, nhiều người cùng nghe',
];

/** One comment in so many. */
const EVERY = 20;

/** The same submissions, some comments replaced by delicate ones; nothing else changes. */
export function withDelicateComments(submissions: readonly Submission[]): Submission[] {
  let comments = 0;
  return submissions.map((submission) => {
    const { answers } = submission;
    if (!('comment' in answers) || ++comments % EVERY !== 0) return submission;
    const texts = isContent(answers) ? CONTENT : DISCONTENT;
    const comment = texts[(comments / EVERY) % texts.length] ?? '';
    return { ...submission, answers: { ...answers, comment } };
  });
}

/** Whether nothing was rated low enough to be asked for a reason. */
function isContent(answers: Answers): boolean {
  return !Object.keys(answers).some((code) => code.endsWith(':reason'));
}
