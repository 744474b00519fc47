import type { Part } from '../questionnaire.ts';
import { SATISFACTION } from './satisfaction-scale.ts';
import { criterion } from './wording.ts';

/** The official names of the five factors. */
export const serviceFactorTitles = {
  access: { vi: 'Tiếp cận dịch vụ', en: 'Access to services' },
  procedures: { vi: 'Thủ tục hành chính', en: 'Administrative procedures' },
  officials: {
    vi: 'Công chức trực tiếp giải quyết công việc',
    en: 'Officials who handle the work directly',
  },
  results: {
    vi: 'Kết quả cung ứng dịch vụ (được cấp giấy tờ hoặc bị từ chối cấp giấy tờ)',
    en: 'Results of the service (papers issued, or refused)',
  },
  feedback: {
    vi: 'Cơ quan tiếp nhận, xử lý phản ánh, kiến nghị',
    en: 'How the agency receives and handles feedback and petitions',
  },
};

/** Part II of the official form of 2022, criteria 15–33: how public administrative services are provided. */
export const servicesPart: Part = {
  code: 'services',
  title: {
    vi: 'Việc cung ứng dịch vụ hành chính công',
    en: 'Provision of public administrative services',
  },
  scale: SATISFACTION,
  factors: [
    {
      code: 'access',
      title: serviceFactorTitles.access,
      criteria: [
        criterion(
          'c15',
          'Cơ quan cung cấp thông tin về việc giải quyết thủ tục hành chính theo nhiều hình thức, dễ tiếp cận, dễ hiểu đối với mọi người dân.',
          'The agency provides information on handling administrative procedures in many forms that are easy for everyone to reach and understand.',
        ),
        criterion(
          'c16',
          'Trụ sở cơ quan tiếp nhận hồ sơ, trả kết quả giải quyết thủ tục hành chính có biển hiệu, hướng dẫn rõ ràng, dễ thấy.',
          'The office that receives applications and returns results has clear, easily seen signs and directions.',
        ),
        criterion(
          'c17',
          'Trụ sở cơ quan tiếp nhận hồ sơ, trả kết quả giải quyết thủ tục hành chính sạch sẽ, văn minh.',
          'The office that receives applications and returns results is clean and well kept.',
        ),
        criterion(
          'c18',
          'Trang thiết bị phục vụ người dân đầy đủ, chất lượng tốt, giúp người dân giải quyết công việc dễ dàng hơn.',
          'The equipment for serving citizens is complete and of good quality, and makes it easier for them to get things done.',
        ),
      ],
    },
    {
      code: 'procedures',
      title: serviceFactorTitles.procedures,
      criteria: [
        criterion(
          'c19',
          'Quy định thủ tục hành chính được niêm yết công khai tại trụ sở cơ quan tiếp nhận hồ sơ, trả kết quả giải quyết thủ tục hành chính dễ thấy, dễ hiểu.',
          'The rules of the procedures are posted publicly at the office that receives applications and returns results, easy to see and to understand.',
        ),
        criterion(
          'c20',
          'Thành phần hồ sơ người dân phải nộp là đúng quy định.',
          'The documents that citizens have to submit are those that the rules require.',
        ),
        criterion(
          'c21',
          'Mức phí/lệ phí người dân phải nộp là đúng quy định.',
          'The fees and charges that citizens have to pay are those that the rules require.',
        ),
        criterion(
          'c22',
          'Thời hạn giải quyết thủ tục hành chính cho người dân là đúng quy định.',
          'The time taken to handle procedures for citizens is within the limit that the rules set.',
        ),
      ],
    },
    {
      code: 'officials',
      title: serviceFactorTitles.officials,
      criteria: [
        criterion(
          'c23',
          'Công chức có thái độ giao tiếp lịch sự, tôn trọng đối với người dân.',
          'Officials are polite and respectful towards citizens.',
        ),
        criterion(
          'c24',
          'Công chức cung cấp thông tin, trả lời kịp thời, đầy đủ các câu hỏi, ý kiến của người dân.',
          'Officials give information and answer the questions and opinions of citizens promptly and fully.',
        ),
        criterion(
          'c25',
          'Công chức hướng dẫn hồ sơ dễ hiểu, đảm bảo người dân có thể hoàn thiện hồ sơ sau một lần hướng dẫn.',
          'Officials explain the documents clearly, so that citizens can complete them after being guided once.',
        ),
        criterion(
          'c26',
          'Công chức tuân thủ đúng quy định trong giải quyết công việc cho người dân.',
          'Officials follow the rules when handling the affairs of citizens.',
        ),
        criterion(
          'c27',
          'Công chức tận tình đối với người dân trong quá trình giải quyết công việc.',
          'Officials are dedicated to citizens throughout the handling of their affairs.',
        ),
      ],
    },
    {
      code: 'results',
      title: serviceFactorTitles.results,
      criteria: [
        criterion(
          'c28',
          'Kết quả giải quyết thủ tục hành chính cho người dân được trả đúng hẹn.',
          'Results of procedures are returned to citizens on time.',
        ),
        criterion(
          'c29',
          'Kết quả giải quyết thủ tục hành chính cho người dân có thông tin đầy đủ, chính xác.',
          'Results of procedures given to citizens contain complete and correct information.',
        ),
        criterion(
          'c30',
          'Kết quả giải quyết thủ tục hành chính cho người dân đảm bảo tính công bằng.',
          'Results of procedures given to citizens are fair.',
        ),
      ],
    },
    {
      code: 'feedback',
      title: serviceFactorTitles.feedback,
      criteria: [
        criterion(
          'c31',
          'Cơ quan có bố trí hình thức tiếp nhận phản ánh, kiến nghị, giúp người dân phản ánh, kiến nghị dễ dàng.',
          'The agency has ways of receiving feedback and petitions that make it easy for citizens to give them.',
        ),
        criterion(
          'c32',
          'Cơ quan tiếp nhận, xử lý phản ánh, kiến nghị của người dân đúng quy định.',
          'The agency receives and handles the feedback and petitions of citizens as the rules require.',
        ),
        criterion(
          'c33',
          'Cơ quan thông báo kết quả xử lý phản ánh, kiến nghị cho người dân kịp thời.',
          'The agency informs citizens promptly of the outcome of their feedback and petitions.',
        ),
      ],
    },
  ],
};
