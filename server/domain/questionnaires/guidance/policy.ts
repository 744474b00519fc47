// What the 14 criteria on policies mean to those who explain policies and carry them out.
import { type Guidance, guidance } from './wording.ts';

export const policyGuidance: Record<string, Guidance> = {
  c01: guidance(
    [
      'Người dân có dễ tìm, dễ thấy thông tin và lời giải thích về chính sách không.',
      'Whether people easily find and see information and explanations on policies.',
    ],
    [
      'Chỉ đăng trên trang thông tin điện tử, nhiều người không biết đăng ở đâu; người không dùng mạng bị bỏ sót.',
      'Only on the website, where many do not know to look; people without internet are left out.',
    ],
    [
      'Dùng nhiều đường: loa truyền thanh, họp tổ dân phố, thôn, bảng tin, mạng xã hội; nói ngay chính sách ấy dành cho ai.',
      'Use many ways: loudspeakers, neighbourhood meetings, notice boards, social media; say at once whom the policy is for.',
    ],
  ),
  c02: guidance(
    [
      'Thông tin về chính sách có đủ để người dân hiểu mình được gì, phải làm gì không.',
      'Whether information on policies tells people enough to know what they may get and have to do.',
    ],
    [
      'Đăng nguyên văn bản dài; thiếu điều kiện, mức hưởng, nơi làm thủ tục; có thay đổi mà không nói rõ điểm mới.',
      'The long regulation itself; no word on conditions, amounts or where to go; changes without saying what is new.',
    ],
    [
      'Tóm tắt một trang: ai được hưởng, được gì, làm ở đâu, đến bao giờ, hỏi ai; đọc thử cho vài người dân nghe trước khi phát.',
      'One page: who, what, where, until when, whom to ask; read it to a few people before it goes out.',
    ],
  ),
  c03: guidance(
    [
      'Trước khi ban hành chính sách, người dân có được hỏi ý kiến và có dễ tham gia góp ý không.',
      'Whether people are asked before a policy is made, and can easily take part.',
    ],
    [
      'Thời gian góp ý ngắn, ít người biết; dự thảo dài, khó đọc; góp ý rồi không thấy hồi âm.',
      'Little time, known to few; a long draft that is hard to read; comments that nobody answers.',
    ],
    [
      'Nêu vài câu hỏi cụ thể thay vì gửi cả dự thảo; hỏi tại cuộc họp dân, qua điện thoại, trên mạng; công bố đã tiếp thu những gì.',
      'Ask a few concrete questions rather than send the whole draft; ask at meetings, by telephone and on line; publish what was taken up.',
    ],
  ),
  c04: guidance(
    [
      'Khi chính sách đã thực hiện, người dân có nơi để nói chính sách ấy tốt hay chưa tốt ra sao không.',
      'Whether people have a way to say how a policy works once it is carried out.',
    ],
    [
      'Chỉ hỏi khi ban hành, sau đó không hỏi lại; cuộc họp chỉ báo cáo, ít thời gian cho dân nói.',
      'Questions only when a policy is made and never after; meetings that report and leave little time for people to speak.',
    ],
    [
      'Định kỳ hỏi những người thuộc diện chính sách; dành một phần cuộc họp dân cho ý kiến về việc thực hiện; trả lời từng nhóm ý kiến.',
      'Regularly ask those whom a policy is for; keep part of every meeting for how it works; answer each group of remarks.',
    ],
  ),
  c05: guidance(
    [
      'Theo người dân, chính sách phát triển kinh tế - xã hội có phù hợp với địa phương mình không.',
      'Whether people find the policy on socio-economic development right for where they live.',
    ],
    [
      'Người dân chưa thấy việc làm, thu nhập, hạ tầng nơi mình ở thay đổi; không biết địa phương đang ưu tiên việc gì.',
      'People see no change in jobs, income or infrastructure around them, or do not know what comes first in their area.',
    ],
    [
      'Nói rõ vì sao chọn việc này làm trước và tiến độ đến đâu; hỏi người dân về việc cần nhất ở thôn, tổ dân phố.',
      'Explain why something comes first and how far it is; ask people what their neighbourhood needs most.',
    ],
  ),
  c06: guidance(
    [
      'Theo người dân, chính sách khám chữa bệnh có phù hợp với nhu cầu của mình không.',
      'Whether people find the policy on medical care right for their needs.',
    ],
    [
      'Phải đi xa, chờ lâu; chưa rõ quyền lợi bảo hiểm y tế; trạm y tế thiếu thuốc, thiếu người.',
      'Long ways and waits; unclear rights under health insurance; health stations short of medicine or staff.',
    ],
    [
      'Hướng dẫn rõ quyền lợi và cách chuyển tuyến; báo trước lịch khám tại trạm; gom ý kiến về trạm y tế gửi đến nơi phụ trách.',
      'Explain rights and referrals clearly; announce when the health station sees patients; pass remarks on to those in charge of it.',
    ],
  ),
  c07: guidance(
    [
      'Theo người dân, chính sách giáo dục phổ thông có phù hợp với con em và gia đình không.',
      'Whether people find the policy on general education right for their children and families.',
    ],
    [
      'Thiếu chỗ học gần nhà, thông tin tuyển sinh đến muộn, các khoản đóng góp chưa rõ khoản nào bắt buộc.',
      'No school place nearby, late information on enrolment, contributions of which nobody knows whether they are due.',
    ],
    [
      'Công bố sớm tuyến tuyển sinh và chỉ tiêu; công khai từng khoản thu; giới thiệu các hỗ trợ cho học sinh khó khăn.',
      'Publish enrolment areas and places early; make each contribution public; tell families in need what help there is.',
    ],
  ),
  c08: guidance(
    [
      'Theo người dân, chính sách về trật tự, an toàn xã hội có giúp nơi mình ở yên ổn không.',
      'Whether people find that the policy on order and safety keeps their area safe.',
    ],
    [
      'Trộm cắp, lừa đảo qua mạng, tiếng ồn, lấn chiếm lối đi kéo dài; báo tin mà không thấy xử lý.',
      'Theft, fraud on line, noise or blocked pavements that go on; reports after which nothing seems to happen.',
    ],
    [
      'Có số báo tin dễ nhớ và báo lại kết quả; thường xuyên cảnh báo thủ đoạn lừa đảo mới bằng lời dễ hiểu.',
      'A number that is easy to remember, and word of what was done; regular plain warnings about new kinds of fraud.',
    ],
  ),
  c09: guidance(
    [
      'Theo người dân, chính sách về giao thông đường bộ có giúp việc đi lại thuận tiện, an toàn không.',
      'Whether people find that the policy on road traffic makes travel easy and safe.',
    ],
    [
      'Đường hỏng lâu chưa sửa, ngập, thiếu đèn, thi công kéo dài mà không báo trước.',
      'Roads that stay broken, flooding, missing lights, long works without notice.',
    ],
    [
      'Báo trước lịch thi công và lối đi vòng; cho người dân gửi ảnh chỗ hỏng và biết ngày sửa; làm trước điểm hay xảy ra tai nạn.',
      'Announce works and ways round them; let people send pictures of damage and learn when it is mended; begin where accidents happen.',
    ],
  ),
  c10: guidance(
    [
      'Theo người dân, chính sách về điện sinh hoạt có phù hợp: điện ổn định, giá và cách tính rõ ràng không.',
      'Whether people find the policy on household electricity right: steady supply, clear prices.',
    ],
    [
      'Mất điện không báo trước, điện yếu giờ cao điểm, hóa đơn khó hiểu.',
      'Cuts without notice, weak current in busy hours, bills that are hard to understand.',
    ],
    [
      'Phối hợp với đơn vị điện lực báo lịch cắt điện sớm qua loa, tin nhắn; giải thích cách tính hóa đơn; chuyển phản ánh và theo dõi trả lời.',
      'With the electricity company, announce cuts early by loudspeaker and message; explain the bill; pass complaints on and follow them up.',
    ],
  ),
  c11: guidance(
    [
      'Theo người dân, chính sách về nước sinh hoạt có phù hợp: đủ nước, nước sạch, giá rõ ràng không.',
      'Whether people find the policy on household water right: enough, clean, at clear prices.',
    ],
    [
      'Nước yếu hoặc đục, mất nước không báo, có nơi chưa có nước máy mà chưa biết bao giờ có.',
      'Low pressure or cloudy water, cuts without notice, places without mains that do not know when they will come.',
    ],
    [
      'Công bố kết quả kiểm tra chất lượng nước; báo trước lịch ngừng cấp nước; nói rõ kế hoạch cho nơi chưa có nước sạch.',
      'Publish the results of water tests; announce cuts; say what is planned for places without clean water.',
    ],
  ),
  c12: guidance(
    [
      'Theo người dân, chính sách an sinh xã hội có đến đúng người, đúng lúc, phù hợp với khó khăn không.',
      'Whether people find that social support reaches the right people in time and fits their needs.',
    ],
    [
      'Không biết mình có thuộc diện hỗ trợ không; xét chọn chưa công khai; chi trả chậm.',
      'Not knowing whether one is entitled; a choice of recipients that is not public; late payments.',
    ],
    [
      'Công khai tiêu chí và danh sách xét chọn ở khu dân cư theo quy định; đến tận nhà người không đi lại được; báo trước ngày chi trả.',
      'Make criteria and lists public in the neighbourhood as the rules allow; visit those who cannot come; announce the days of payment.',
    ],
  ),
  c13: guidance(
    [
      'Người dân có thấy chính sách của địa phương giúp kinh tế gia đình mình khá lên không.',
      'Whether people feel that local policies have made their family better off.',
    ],
    [
      'Giá cả tăng, việc làm bấp bênh; có hỗ trợ vay vốn, học nghề nhưng người cần lại chưa biết hoặc khó làm thủ tục.',
      'Rising prices and unsteady work; loans and training exist, but those who need them do not know or find the papers too hard.',
    ],
    [
      'Giới thiệu đúng người về vốn vay, học nghề, việc làm và giúp làm hồ sơ; theo dõi xem hộ được hỗ trợ có khá lên không.',
      'Tell the right people about loans, training and jobs and help with the papers; see whether supported families do better.',
    ],
  ),
  c14: guidance(
    [
      'Người dân có thấy cuộc sống hằng ngày của mình tốt lên nhờ chính sách của địa phương không.',
      'Whether people feel that local policies have made their daily life better.',
    ],
    [
      'Những việc gần gũi như rác, ngập, đường ngõ, chỗ vui chơi, dịch vụ công chưa thấy chuyển biến.',
      'No change in what is close to people: rubbish, flooding, lanes, places to play, public services.',
    ],
    [
      'Chọn vài việc nhỏ người dân mong nhất và làm xong từng việc; báo lại với khu dân cư việc đã làm và việc sắp làm.',
      'Choose a few small things that people wish for most and finish them one by one; tell the neighbourhood what is done and what comes next.',
    ],
  ),
};
