// What the people of the demo write: sentences by mood and topic, with {slots} for details. Nobody real is in them.

/** Topics are the codes of the factors; `general` serves every questionnaire. */
export type Phrases = Record<string, readonly string[]>;

export const PRAISE: Phrases = {
  general: [
    'Tôi rất hài lòng',
    'Rất tốt, xin cảm ơn cơ quan',
    'Phục vụ tốt, không có gì phải phàn nàn',
    'Làm {paper} lần này nhanh gọn hơn trước nhiều',
    'Từ khi sáp nhập tới nay thấy làm việc vẫn ổn, bà con yên tâm',
    'Mọi thứ đều tốt, mong tiếp tục giữ vững',
    'Đi làm {paper} mà thấy nhẹ nhàng, không ngại như trước nữa',
    'Cơ quan phục vụ chu đáo, người dân chúng tôi rất phấn khởi',
    'Tốt hơn năm ngoái nhiều',
    'Cho 5 sao',
  ],
  access: [
    'Chỗ ngồi chờ sạch sẽ, mát mẻ, có nước uống',
    'Trụ sở mới khang trang, bảng chỉ dẫn rõ ràng nên dễ tìm {counter}',
    'Có máy lấy số và ghế ngồi cho người lớn tuổi, rất tiện',
    'Nộp {paper} qua mạng được luôn, khỏi phải đi xa',
    'Có người đứng ở cửa hướng dẫn lấy số, tôi không biết chữ nhiều vẫn làm được',
    'Thông tin đăng trên trang của cơ quan đầy đủ, xem trước ở nhà rồi tới làm một lần là xong',
  ],
  procedures: [
    'Giấy tờ phải nộp ít, đúng như niêm yết',
    'Lệ phí đúng quy định, có biên lai đàng hoàng',
    'Thủ tục làm {paper} giờ đơn giản hơn trước',
    'Không bị yêu cầu thêm giấy tờ gì ngoài quy định',
    'Bảng niêm yết thủ tục rõ ràng, đọc là hiểu',
  ],
  officials: [
    '{officer} vui vẻ, hướng dẫn tận tình',
    '{officer} ở {counter} nói chuyện nhẹ nhàng, lễ phép với người già',
    '{officer} giải thích kỹ, tôi làm {paper} một lần là được',
    '{officer} giúp tôi điền tờ khai vì mắt tôi kém, rất quý',
    'Thái độ phục vụ rất tốt, nhiệt tình, lịch sự',
    'Tôi hỏi gì {officer} cũng trả lời rõ ràng',
    'Hết giờ rồi mà {officer} vẫn ráng làm cho xong {paper} của tôi',
    '{officer} chỉ tôi nộp hồ sơ trên điện thoại, kiên nhẫn lắm',
  ],
  results: [
    'Nhận kết quả đúng hẹn',
    'Hẹn {days} ngày mà {sooner} đã có kết quả',
    '{paper} trả đúng ngày, thông tin không sai sót gì',
    'Làm {paper} chờ có {wait} là xong, nhanh quá',
    'Có tin nhắn báo đến lấy kết quả nên không phải đi lại nhiều',
    'Ai tới trước làm trước, công bằng',
  ],
  feedback: [
    'Có góp ý lần trước và đã được trả lời',
    'Gọi đường dây nóng được nghe máy và giải thích rõ',
    'Phản ánh {problem} thì hôm sau thấy đã sửa',
    'Có sổ góp ý và mã QR để đánh giá, vậy là tốt',
  ],
};

export const COMPLAINTS: Phrases = {
  general: [
    'Chưa hài lòng',
    'Cần cải thiện nhiều hơn',
    'Làm {paper} đi tới đi lui {visits} lần, quá mất công',
    'Làm việc còn chậm, dân phải chờ lâu',
    'Từ ngày sáp nhập đi làm giấy tờ xa hơn trước nhiều',
    'Chưa bằng chỗ khác',
    'Mất nguyên một buổi làm mà chưa xong {paper}',
  ],
  access: [
    'Ngồi chờ {wait} mới tới lượt, {problem}',
    'Chỗ gửi xe chật, đông người là không có chỗ để',
    'Không biết {counter} ở đâu, hỏi mấy người mới ra',
    'Nộp {paper} trên mạng bị lỗi hoài, cuối cùng cũng phải lên tận nơi',
    'Đường đi xa quá, già rồi không có ai chở',
    'Trang dịch vụ công khó dùng, người lớn tuổi như tôi không biết làm',
    'Máy lấy số bị hư, người dân chen nhau ở {counter}',
    'Gọi điện hỏi thủ tục không ai nghe máy',
  ],
  procedures: [
    'Làm {paper} mà đòi nhiều giấy tờ quá',
    'Giấy tờ đã có trên VNeID mà vẫn bắt nộp bản sao',
    'Mỗi lần tới lại yêu cầu bổ sung thêm một thứ, sao không nói một lần',
    'Bảng niêm yết cũ, còn ghi tên quận huyện',
    'Tờ khai khó hiểu, nhiều mục không biết ghi sao',
    'Thời hạn giải quyết {paper} dài quá',
    'Không rõ lệ phí gồm những khoản nào, cần niêm yết rõ hơn',
  ],
  officials: [
    '{officer} nói chuyện cộc lốc',
    '{officer} ở {counter} mải xem điện thoại, để dân chờ',
    '{officer} hướng dẫn không rõ nên tôi phải đi {visits} lần',
    'Hỏi thì {officer} trả lời qua loa, bảo lên mạng mà xem',
    'Mới 4 giờ chiều mà {counter} đã không nhận hồ sơ',
    '{officer} còn trẻ, chưa nắm rõ thủ tục, phải hỏi người khác hoài',
    'Thiếu người làm, có một người ở {counter} mà mấy chục người chờ',
    'Thái độ phục vụ cần niềm nở hơn với người dân',
    'Người quen vô trước, mình tới sớm vẫn phải chờ',
  ],
  results: [
    'Hẹn {days} ngày mà tới nơi lại bảo chưa có',
    '{paper} trễ hẹn mà không có thư xin lỗi',
    'Kết quả in sai tên đệm, phải làm lại từ đầu',
    'Quá hạn {days} ngày chưa thấy báo gì về {paper}',
    'Trả hồ sơ mà không ghi rõ lý do',
    'Chờ {paper} gần {visits} tháng',
    'Hẹn buổi sáng tới lấy mà chiều mới có',
  ],
  feedback: [
    'Góp ý {visits} lần rồi mà không thấy trả lời',
    'Không thấy số điện thoại để phản ánh',
    'Phản ánh {problem} mà không ai xử lý',
    'Gửi kiến nghị lâu rồi chưa được thông báo kết quả',
    'Hộp thư góp ý có mà chắc không ai mở',
    'Không biết phản ánh ở đâu, với ai',
  ],
};

export const SUGGESTIONS: readonly string[] = [
  'Đề nghị bố trí thêm người ở {counter} vào sáng thứ hai',
  'Nên có thêm ghế ngồi và quạt',
  'Mong có chỗ photo giấy tờ ngay tại đây',
  'Nên nhắn tin khi có kết quả để người dân khỏi đi lại',
  'Mong làm việc cả sáng thứ bảy để công nhân đi làm {paper}',
  'Đề nghị có bàn riêng cho người già và người khuyết tật',
  'Nên mở lớp hướng dẫn nộp hồ sơ trực tuyến cho bà con lớn tuổi',
  'Cần wifi mạnh hơn để nộp hồ sơ qua mạng',
  'Nên có mẫu tờ khai {paper} điền sẵn để dân xem theo',
  'Mong giảm bớt thời gian làm {paper}',
  'Nhà vệ sinh cần sạch hơn',
  'Nên phát loa gọi số to hơn, ngồi cuối phòng nghe không rõ',
];

export const PRAISE_ENDINGS: readonly string[] = [
  'Cảm ơn cơ quan',
  'Xin cảm ơn',
  'Cảm ơn anh chị nhiều',
  'Mong tiếp tục phát huy',
  'Chúc mọi người nhiều sức khỏe',
  'Rất đáng khen',
];

export const SUGGESTION_ENDINGS: readonly string[] = ['Cảm ơn', 'Mong cơ quan quan tâm', 'Góp ý vậy thôi'];

export const COMPLAINT_ENDINGS: readonly string[] = [
  'Mong lãnh đạo xem xét',
  'Đề nghị khắc phục sớm',
  'Mong được cải thiện',
  'Dân ở xa đi lại rất cực',
  'Đề nghị rút kinh nghiệm',
  'Mong cơ quan quan tâm hơn',
];

/** Details by slot; `{paper}` comes from the field of the procedure. */
export const DETAILS: Phrases = {
  officer: [
    'cán bộ một cửa',
    'cán bộ tiếp nhận hồ sơ',
    'chị cán bộ',
    'anh cán bộ',
    'cô nhân viên',
    'bạn nhân viên',
    'cán bộ trả kết quả',
  ],
  counter: ['quầy số 1', 'quầy số 2', 'quầy số 3', 'quầy tiếp nhận', 'bộ phận một cửa', 'quầy trả kết quả'],
  days: ['3', '5', '7', '10', '15'],
  visits: ['2', '3', '4'],
  wait: ['15 phút', '20 phút', 'nửa tiếng', 'gần một tiếng', 'cả buổi sáng'],
  sooner: ['mới hai hôm', 'hôm sau', 'chiều hôm sau'],
  problem: [
    'quạt trong phòng chờ bị hư',
    'máy lấy số không in được',
    'đường vào trụ sở ngập nước',
    'ghế ngồi không đủ',
    'phòng chờ nóng nực',
    'trang nộp hồ sơ bị treo',
  ],
};

/** What one comes for, by the field of the procedure as the built-in questionnaires code it. */
export const PAPERS: Phrases = {
  civil_status: [
    'giấy khai sinh cho con',
    'giấy chứng tử cho người thân',
    'đăng ký kết hôn',
    'giấy xác nhận độc thân',
    'trích lục khai sinh',
  ],
  certification: ['chứng thực bản sao', 'chứng thực chữ ký', 'giấy ủy quyền', 'sao y bằng cấp'],
  land: [
    'sổ đỏ',
    'hồ sơ tách thửa',
    'hồ sơ sang tên đất',
    'đăng ký biến động đất đai',
    'giấy chuyển mục đích sử dụng đất',
  ],
  construction: ['giấy phép xây dựng', 'giấy phép sửa nhà', 'hồ sơ hoàn công'],
  social_protection: [
    'trợ cấp người cao tuổi',
    'trợ cấp người khuyết tật',
    'hồ sơ hỗ trợ mai táng',
    'hồ sơ hộ cận nghèo',
  ],
  merit: ['hồ sơ người có công', 'chế độ thờ cúng liệt sĩ', 'thẻ bảo hiểm y tế cho người có công'],
  business: ['giấy phép kinh doanh', 'đăng ký hộ kinh doanh', 'hồ sơ đổi tên hộ kinh doanh'],
  other: ['hồ sơ', 'giấy tờ', 'thủ tục'],
};

/** How people shorten words when they type. */
export const SHORTHAND: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})không(?!\p{L})/gu, 'ko'],
  [/(?<!\p{L})được(?!\p{L})/gu, 'dc'],
  [/(?<!\p{L})hồ sơ(?!\p{L})/gu, 'hs'],
  [/(?<!\p{L})cán bộ(?!\p{L})/gu, 'cb'],
  [/(?<!\p{L})rồi(?!\p{L})/gu, 'r'],
  [/(?<!\p{L})người(?!\p{L})/gu, 'ng'],
  [/(?<!\p{L})nhiều(?!\p{L})/gu, 'nhìu'],
  [/(?<!\p{L})với(?!\p{L})/gu, 'vs'],
];
