// What the five questions of the short questionnaire mean, each of which stands for a whole factor.
import { type Guidance, guidance } from './wording.ts';

export const shortGuidance: Record<string, Guidance> = {
  s_access: guidance(
    [
      'Hỏi chung về nơi tiếp nhận hồ sơ, trang thiết bị và việc cung cấp thông tin.',
      'One question on the office, its equipment and the information given.',
    ],
    [
      'Khó tìm chỗ, phòng chờ nóng chật, máy hỏng, thông tin về thủ tục khó hiểu.',
      'An office that is hard to find, a hot and crowded waiting room, broken machines, information that is hard to understand.',
    ],
    [
      'Đi thử từ cổng vào quầy như người mới đến; chỉ dẫn chữ to, ghế và quạt đủ dùng, tờ hướng dẫn một trang cho thủ tục hay gặp.',
      'Walk from the gate to the counter as a newcomer; large signs, enough seats and fans, a one-page guide to the common procedures.',
    ],
  ),
  s_procedures: guidance(
    [
      'Hỏi chung về thủ tục: giấy tờ phải nộp, phí, lệ phí và thời hạn giải quyết.',
      'One question on the procedure: documents, fees and the time it takes.',
    ],
    [
      'Phải bổ sung giấy tờ nhiều lần, mức thu không rõ, chờ lâu mà không biết hồ sơ đang ở đâu.',
      'Being asked for more papers again and again, unclear fees, long waits without knowing where the file is.',
    ],
    [
      'Danh mục hồ sơ và mức thu thống nhất, in sẵn để phát; kiểm tra kỹ ngay khi nhận; cho tra cứu tình trạng hồ sơ.',
      'One printed list of documents and fees; a careful check when papers come in; a way to look up the state of a file.',
    ],
  ),
  s_officials: guidance(
    [
      'Hỏi chung về thái độ và cách làm việc của công chức tại quầy.',
      'One question on the attitude and the work of the officials at the counter.',
    ],
    [
      'Thiếu lời chào, trả lời nửa chừng, hướng dẫn nhiều lần mới xong, cáu gắt khi quầy đông.',
      'No greeting, half answers, guidance that takes several visits, impatience when it is crowded.',
    ],
    [
      'Thống nhất lời chào và cách hướng dẫn một lần là đủ; thêm người hoặc đổi người ở giờ cao điểm; ghi nhận người được dân khen.',
      'Agree on a greeting and on guiding people once and fully; add or change people in busy hours; thank those whom people praise.',
    ],
  ),
  s_results: guidance(
    [
      'Hỏi chung về kết quả: có đúng hẹn, chính xác và công bằng không.',
      'One question on the result: whether it was on time, correct and fair.',
    ],
    [
      'Trễ hẹn mà không báo, giấy tờ sai phải quay lại sửa, bị từ chối mà không rõ lý do.',
      'Late without notice, mistakes that need another visit, refusals without a clear reason.',
    ],
    [
      'Nhắn tin khi có kết quả, báo trước khi trễ; cho người dân đọc lại trước khi in; nêu rõ lý do và căn cứ khi từ chối.',
      'A message when the result is there and a word when it is late; let people read it before it is printed; give reason and rule when refusing.',
    ],
  ),
  s_feedback: guidance(
    [
      'Hỏi chung về việc tiếp nhận, xử lý phản ánh, kiến nghị và báo lại kết quả.',
      'One question on how feedback and petitions are received, handled and answered.',
    ],
    [
      'Không biết góp ý ở đâu, ngại góp ý trước mặt người liên quan, gửi rồi không thấy trả lời.',
      'Not knowing where to speak up, not daring to before those concerned, no answer after sending.',
    ],
    [
      'Có vài cách góp ý, trong đó có cách kín đáo; xác nhận khi nhận, nói ai xử lý và bao giờ xong; luôn báo lại kết quả.',
      'Several ways, one of them discreet; confirm, say who handles it and by when; always report back.',
    ],
  ),
};
