// The blocks that end every built-in questionnaire. Nothing in them identifies anybody, and nothing is required.
// Ethnicity, though on the official form, is sensitive personal data by law and left out.
import type { Block } from '../questionnaire.ts';
import { choice, option } from './wording.ts';

export const aboutYou: Block = {
  code: 'about_you',
  title: { vi: 'Một vài thông tin về Ông/Bà', en: 'A little about you' },
  note: {
    vi: 'Ông/Bà có thể bỏ qua bất kỳ câu nào. Chúng tôi không hỏi họ tên hay số điện thoại.',
    en: 'You may skip any of these. We do not ask for your name or phone number.',
  },
  questions: [
    choice('procedure_field', 'Lĩnh vực thủ tục', 'Field of the procedure', [
      option('civil_status', 'Hộ tịch', 'Civil status'),
      option('certification', 'Chứng thực', 'Certification'),
      option('land', 'Đất đai', 'Land'),
      option('construction', 'Xây dựng', 'Construction'),
      option('social_protection', 'Bảo trợ xã hội', 'Social protection'),
      option('merit', 'Người có công', 'People with meritorious service'),
      option('business', 'Đăng ký kinh doanh', 'Business registration'),
      option('other', 'Khác', 'Other'),
    ]),
    choice('gender', 'Giới tính', 'Gender', [
      option('male', 'Nam', 'Male'),
      option('female', 'Nữ', 'Female'),
      option('undisclosed', 'Không muốn trả lời', 'Prefer not to say'),
    ]),
    choice('age', 'Độ tuổi', 'Age', [
      option('18_24', '18–24', '18–24'),
      option('25_34', '25–34', '25–34'),
      option('35_49', '35–49', '35–49'),
      option('50_60', '50–60', '50–60'),
      option('over_60', 'Trên 60', 'Over 60'),
    ]),
    choice('education', 'Trình độ học vấn', 'Education', [
      option('primary', 'Tiểu học (Cấp I)', 'Primary school'),
      option('lower_secondary', 'Trung học cơ sở (Cấp II)', 'Lower secondary school'),
      option('upper_secondary', 'Trung học phổ thông (Cấp III)', 'Upper secondary school'),
      option('vocational', 'Dạy nghề/ Trung cấp/ Cao đẳng', 'Vocational training, college'),
      option('university', 'Đại học/ trên Đại học', 'University or higher'),
      option('other', 'Khác', 'Other'),
    ]),
    choice('occupation', 'Nghề nghiệp', 'Occupation', [
      option('retired', 'Nghỉ hưu', 'Retired'),
      option('not_working', 'Không đi làm (ở nhà)', 'Not working (at home)'),
      option(
        'freelance',
        'Làm công việc tự do (không ký hợp đồng lao động)',
        'Freelance work (no labour contract)',
      ),
      option('student', 'Sinh viên', 'Student'),
      option(
        'private_sector',
        'Làm việc tại tổ chức, doanh nghiệp trong lĩnh vực tư',
        'Working at a private organisation or business',
      ),
      option(
        'public_sector',
        'Làm việc tại cơ quan, tổ chức, doanh nghiệp trong lĩnh vực công',
        'Working at a public agency, organisation or business',
      ),
      option('other', 'Khác', 'Other'),
    ]),
    choice('residence', 'Nơi sinh sống', 'Place of residence', [
      option('urban', 'Đô thị', 'Urban'),
      option('rural', 'Nông thôn', 'Rural'),
    ]),
    choice('terrain', 'Địa hình nơi sinh sống', 'Terrain of the place of residence', [
      option('mountain', 'Miền núi', 'Mountains'),
      option('plain', 'Đồng bằng', 'Plain'),
      option('island', 'Hải đảo', 'Island'),
    ]),
  ],
};

export const comments: Block = {
  code: 'comments',
  title: { vi: 'Ý kiến của Ông/Bà', en: 'Your comment' },
  note: {
    vi: 'Xin đừng ghi họ tên, số điện thoại hay số giấy tờ của Ông/Bà hoặc của người khác.',
    en: 'Please do not write names, phone numbers or ID numbers, yours or anyone else’s.',
  },
  questions: [
    {
      type: 'text',
      code: 'comment',
      text: {
        vi: 'Ông/Bà có điều gì muốn góp ý thêm không?',
        en: 'Is there anything you would like to add?',
      },
      maxLength: 1000,
    },
  ],
};
