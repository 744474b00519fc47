// What the 19 criteria on public administrative services mean to the people behind the counter.
import { type Guidance, guidance } from './wording.ts';

export const servicesGuidance: Record<string, Guidance> = {
  c15: guidance(
    [
      'Người dân có tìm được thông tin về thủ tục ở nhiều nơi và đọc là hiểu phải làm gì không.',
      'Whether people find information on procedures in several places, and understand at once what to do.',
    ],
    [
      'Thông tin chỉ có ở một chỗ, viết bằng lời lẽ của văn bản, hoặc trên mạng nói một đằng, tại quầy nói một nẻo.',
      'Information in one place only, written in the language of regulations, or different on line and at the counter.',
    ],
    [
      'Soạn tờ hướng dẫn một trang, lời lẽ đời thường cho các thủ tục hay gặp; đăng cùng một nội dung tại quầy, trên mạng và qua loa truyền thanh, ghi rõ số điện thoại để hỏi.',
      'A one-page guide in everyday words for the most common procedures; the same text at the counter, on line and over the loudspeakers, with a telephone number for questions.',
    ],
  ),
  c16: guidance(
    [
      'Người dân đến lần đầu có dễ nhận ra trụ sở, biết vào cửa nào, lấy số ở đâu, đến quầy nào không.',
      'Whether somebody who comes for the first time easily finds the office, the entrance, the queue tickets and the right counter.',
    ],
    [
      'Biển hiệu nhỏ, khuất hoặc còn tên cũ; chữ trên quầy khó đọc từ xa; chuyển chỗ mà chưa sửa chỉ dẫn.',
      'Signs that are small, hidden or still bear an old name; counter labels that cannot be read from a distance; directions not changed after a move.',
    ],
    [
      'Đi thử từ cổng vào quầy như một người mới đến và ghi lại chỗ phải dừng hỏi; đặt chữ to, mũi tên rõ ở đúng những chỗ ấy.',
      'Walk from the gate to the counter as a newcomer would, note where you had to ask, and put large letters and arrows exactly there.',
    ],
  ),
  c17: guidance(
    [
      'Nơi tiếp nhận và trả kết quả có sạch sẽ, gọn gàng, dễ chịu khi ngồi chờ không.',
      'Whether the place where people hand in papers and wait is clean, tidy and pleasant.',
    ],
    [
      'Phòng chờ nóng, chật, thiếu ghế; nhà vệ sinh bẩn hoặc khóa; giấy tờ, đồ đạc để bừa bộn.',
      'A waiting room that is hot, crowded or short of seats; toilets that are dirty or locked; papers and things lying about.',
    ],
    [
      'Phân công người kiểm tra phòng chờ và nhà vệ sinh vài lần mỗi ngày; thêm ghế, quạt, nước uống ở giờ đông người.',
      'Have somebody look after the waiting room and the toilets several times a day; add seats, fans and drinking water for busy hours.',
    ],
  ),
  c18: guidance(
    [
      'Trang thiết bị dành cho người dân (ghế, bàn viết, máy lấy số, máy tính, máy sao chụp, mạng) có đủ và dùng tốt không.',
      'Whether the equipment for the public (seats, writing desks, ticket machine, computers, copier, network) is there and works well.',
    ],
    [
      'Máy hỏng lâu chưa sửa, mạng chập chờn, có máy nhưng không ai chỉ cách dùng.',
      'Machines that stay broken, a network that comes and goes, or machines that nobody explains.',
    ],
    [
      'Dán số điện thoại báo hỏng trên từng máy và hẹn ngày sửa; có người đứng cạnh giúp người cao tuổi, người chưa quen dùng máy.',
      'Put a number for reporting faults on every machine and say when it will be mended; have somebody help older people and those not used to machines.',
    ],
  ),
  c19: guidance(
    [
      'Quy định về thủ tục có được niêm yết tại trụ sở ở chỗ dễ thấy và đọc hiểu được không.',
      'Whether the rules of the procedures are posted at the office where people see them, and can be understood.',
    ],
    [
      'Bảng niêm yết treo cao, chữ nhỏ, bản cũ chưa thay, hoặc quá nhiều tờ nên không tìm được thủ tục cần làm.',
      'Notices that hang high, are printed small or out of date, or are so many that nobody finds the right one.',
    ],
    [
      'Đưa các thủ tục hay gặp ra ngang tầm mắt, chữ to, có mục lục hoặc mã QR cho phần còn lại; cử người rà soát mỗi khi quy định thay đổi.',
      'Put the common procedures at eye level in large print, the rest behind an index or a QR code; name somebody who checks whenever a rule changes.',
    ],
  ),
  c20: guidance(
    [
      'Người dân có phải nộp đúng những giấy tờ theo quy định, không bị đòi thêm giấy tờ khác không.',
      'Whether people had to hand in the documents that the rules name, and no others.',
    ],
    [
      'Phải bổ sung nhiều lần, phải nộp bản sao giấy tờ mà cơ quan đã có, mỗi quầy yêu cầu một khác.',
      'Being asked for more again and again, for copies of what the office already has, or for different papers at each counter.',
    ],
    [
      'Dùng một danh mục hồ sơ thống nhất cho mọi quầy và đưa cho người dân bản in; nếu cần bổ sung thì ghi đủ trong một lần, kèm lý do.',
      'Use one checklist at all counters and hand it out; if something is missing, write down all of it at once, with the reason.',
    ],
  ),
  c21: guidance(
    [
      'Số tiền phí, lệ phí người dân nộp có đúng mức quy định không.',
      'Whether the fees and charges that people paid were what the rules set.',
    ],
    [
      'Mức thu không được niêm yết, không có biên lai, hoặc có khoản thu hộ, dịch vụ kèm theo mà không giải thích.',
      'Fees that are not posted, no receipt, or other charges and services added without explanation.',
    ],
    [
      'Niêm yết mức thu ngay tại quầy nộp tiền, luôn đưa biên lai và nói rõ khoản nào bắt buộc, khoản nào tự nguyện; khuyến khích thanh toán không dùng tiền mặt.',
      'Post the fees where people pay, always give a receipt, say what is due and what is voluntary; encourage cashless payment.',
    ],
  ),
  c22: guidance(
    [
      'Thời hạn giải quyết mà người dân được báo và thực tế phải chờ có đúng quy định không.',
      'Whether the time that people were told, and had to wait, is within the limit of the rules.',
    ],
    [
      'Giấy hẹn ghi dài hơn quy định, hồ sơ bị trả lại sát ngày hẹn nên phải tính lại từ đầu, người dân không biết hồ sơ đang ở đâu.',
      'Appointments later than the rules allow, papers sent back just before the day so that the time starts again, or nobody knowing where the file is.',
    ],
    [
      'Kiểm tra hồ sơ kỹ ngay khi nhận; theo dõi hồ sơ sắp đến hạn mỗi sáng; cho người dân cách tự tra cứu tình trạng hồ sơ.',
      'Check the papers well when they come in; look each morning at what is due soon; give people a way to look up the state of their file.',
    ],
  ),
  c23: guidance(
    [
      'Công chức có nói năng lịch sự và tôn trọng người dân không.',
      'Whether officials speak politely and treat people with respect.',
    ],
    [
      'Không chào hỏi, vừa tiếp vừa làm việc riêng hoặc nghe điện thoại, nói trống không, cáu gắt khi quầy đông.',
      'No greeting, private matters or telephone calls in between, a curt tone, impatience when it is crowded.',
    ],
    [
      'Thống nhất lời chào, lời xin lỗi khi phải chờ; đổi người trực quầy vào giờ cao điểm để đỡ căng thẳng; ghi nhận người được dân khen.',
      'Agree on a greeting and on an apology for waiting; change people at the counter in busy hours to ease the strain; thank those whom people praise.',
    ],
  ),
  c24: guidance(
    [
      'Khi hỏi, người dân có được trả lời ngay và đầy đủ không.',
      'Whether people who ask get an answer that is prompt and complete.',
    ],
    [
      'Trả lời nửa chừng, chỉ sang quầy khác, gọi điện không ai nghe máy, mỗi người trả lời một khác.',
      'Half answers, being sent to another counter, telephones that nobody picks up, different answers from different people.',
    ],
    [
      'Soạn sẵn câu trả lời cho những câu hay hỏi và dùng chung; việc chưa rõ thì hẹn thời điểm trả lời cụ thể và giữ hẹn.',
      'Write down answers to common questions and share them; where something is unclear, say when the answer will come, and keep to it.',
    ],
  ),
  c25: guidance(
    [
      'Sau một lần hướng dẫn, người dân có làm xong được hồ sơ mà không phải hỏi lại, đi lại không.',
      'Whether people can complete their papers after being guided once, without coming back to ask.',
    ],
    [
      'Chỉ nói miệng, dùng từ chuyên môn, không có mẫu điền sẵn, lần sau mới nói thêm giấy tờ còn thiếu.',
      'Only spoken advice, technical words, no filled-in sample, missing papers named only at the next visit.',
    ],
    [
      'Đưa mẫu đã điền ví dụ, đánh dấu trên danh mục những giấy tờ cần có; nhờ người dân nhắc lại việc cần làm trước khi về.',
      'Give a filled-in sample, tick on a checklist what is needed, and let people repeat what they have to do before they leave.',
    ],
  ),
  c26: guidance(
    [
      'Công chức có làm đúng quy trình, đúng quy định khi giải quyết việc của người dân không.',
      'Whether officials follow the procedure and the rules when they handle people’s affairs.',
    ],
    [
      'Người quen được làm trước, yêu cầu việc ngoài quy định, mỗi lần đến làm một cách khác nhau.',
      'Acquaintances served first, demands beyond the rules, a different way of doing things at each visit.',
    ],
    [
      'Gọi theo số thứ tự để ai cũng thấy; niêm yết các bước giải quyết; nói rõ căn cứ khi từ chối hoặc yêu cầu làm lại.',
      'Call by numbers that everybody sees; post the steps of the procedure; name the rule when something is refused or has to be done again.',
    ],
  ),
  c27: guidance(
    [
      'Công chức có thật lòng giúp người dân làm xong việc không.',
      'Whether officials truly help people to get their business done.',
    ],
    [
      'Làm cho xong phần mình, không hỏi người dân còn vướng gì, ít chú ý đến người cao tuổi, người khuyết tật, người ít chữ.',
      'Doing one’s own part only, not asking what is still unclear, little attention to older people, people with disabilities or those who read with difficulty.',
    ],
    [
      'Chủ động hỏi “Ông/Bà còn cần gì nữa không”; có người hỗ trợ riêng cho ai cần giúp điền tờ khai; san bớt việc khi một quầy quá tải.',
      'Ask “is there anything else you need?”; have somebody help those who need it with the forms; share the work when a counter is overloaded.',
    ],
  ),
  c28: guidance(
    [
      'Kết quả có được trả đúng ngày đã hẹn không.',
      'Whether the result was there on the day that was promised.',
    ],
    [
      'Đến ngày hẹn chưa có kết quả mà không được báo trước, phải đi lại nhiều lần, hồ sơ chờ cơ quan khác.',
      'No result on the day and no word beforehand, several trips, files waiting for another agency.',
    ],
    [
      'Nhắn tin khi có kết quả; nếu trễ thì báo trước, xin lỗi và hẹn lại ngay; mỗi tuần xem lại các hồ sơ trễ và nguyên nhân.',
      'Send a message when the result is there; if it is late, say so beforehand, apologise and give a new day; look at late files and their causes every week.',
    ],
  ),
  c29: guidance(
    [
      'Giấy tờ người dân nhận được có đủ thông tin và không sai sót không.',
      'Whether the papers that people received are complete and without mistakes.',
    ],
    [
      'Sai họ tên, ngày sinh, địa chỉ; phải quay lại đính chính; thiếu dấu, thiếu trang.',
      'Wrong names, dates of birth or addresses; a second visit for corrections; missing stamps or pages.',
    ],
    [
      'Đưa bản nháp để người dân đọc lại trước khi ký, in; khi có sai sót do cơ quan thì sửa ngay, không bắt nộp lại hồ sơ.',
      'Let people read a draft before it is signed and printed; mend mistakes of the office at once, without a new application.',
    ],
  ),
  c30: guidance(
    [
      'Người dân có thấy kết quả công bằng, những trường hợp như nhau được giải quyết như nhau không.',
      'Whether people find the result fair: like cases treated alike.',
    ],
    [
      'Bị từ chối mà không rõ lý do, thấy người khác được giải quyết nhanh hơn hoặc khác đi mà không hiểu vì sao.',
      'Refusals without a clear reason, or seeing others served faster or differently without knowing why.',
    ],
    [
      'Khi từ chối thì nêu lý do và căn cứ bằng văn bản, chỉ cách làm tiếp; công khai thứ tự và tình trạng giải quyết hồ sơ.',
      'Give the reason and the rule in writing when refusing, and say what can be done next; make the order and state of files public.',
    ],
  ),
  c31: guidance(
    [
      'Người dân có biết phản ánh, kiến nghị ở đâu và làm việc đó có dễ không.',
      'Whether people know where to give feedback or a petition, and find it easy.',
    ],
    [
      'Hòm thư góp ý đặt chỗ khuất hoặc ngay trước mặt người bị góp ý; số đường dây nóng không ai nghe; phải viết đơn dài.',
      'A suggestion box out of sight or right in front of those concerned; a hotline that nobody answers; long letters required.',
    ],
    [
      'Có vài cách khác nhau: gặp trực tiếp, điện thoại, mã QR, hòm thư ở chỗ kín đáo; mỗi ngày gọi thử số đường dây nóng một lần.',
      'Offer several ways: in person, by telephone, by QR code, a box in a quiet place; call your own hotline once a day.',
    ],
  ),
  c32: guidance(
    [
      'Phản ánh, kiến nghị của người dân có được tiếp nhận và xử lý đúng quy định không.',
      'Whether feedback and petitions are received and handled as the rules require.',
    ],
    [
      'Gửi rồi không thấy ai xác nhận, bị chuyển qua nhiều nơi, chính người bị phản ánh lại là người xử lý.',
      'No confirmation after sending, being passed from place to place, or the person complained about handling the complaint.',
    ],
    [
      'Xác nhận ngay khi nhận và nói ai xử lý, bao giờ xong; giao cho người không liên quan; theo dõi đến khi có kết quả.',
      'Confirm at once, and say who handles it and by when; give it to somebody not involved; follow it until it is settled.',
    ],
  ),
  c33: guidance(
    [
      'Người dân có sớm được báo kết quả xử lý phản ánh, kiến nghị của mình không.',
      'Whether people soon learn what became of their feedback or petition.',
    ],
    [
      'Xử lý xong mà không báo lại, trả lời chung chung, hoặc phải tự đi hỏi mới biết.',
      'Matters settled without a word, answers in general terms, or having to ask to find out.',
    ],
    [
      'Báo lại bằng cách người dân đã chọn; nói rõ đã làm gì hoặc vì sao chưa làm được; việc kéo dài thì báo tiến độ.',
      'Reply in the way that the person chose; say what was done, or why it could not be; when it takes long, report how far it is.',
    ],
  ),
};
