#include "platform/outbound/mail_message.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "platform/base/json_reader.hpp"
#include "platform/base/text.hpp"
#include "platform/testing/other_program.hpp"

namespace zx::outbound {
namespace {

MailMessage reminder() {
  return {.from = {"知行 (自动发送), \"提醒\"", "me@company.test"},
          .to = {{"张三", "zhang@company.test"}, {"Smith, John", "john@company.test"}, {"", "third@company.test"}},
          .reply_to = {{"Reply Desk", "desk@company.test"}},
          .subject = "【逾期提醒】请在今天 18:00 前更新工单 WI-2026-000123「第四季度华东区重点客户回访计划与执行情况说明」的进展 😀",
          .text = "张三，您好：\n工单已逾期 2 天。\n.\n一行以点开头不应丢失\n",
          .html = "<p>张三，您好：</p><p>工单已<b>逾期 2 天</b>。</p>",
          .attachments = {{"华东区重点客户回访计划 2026年第四季度（最终版）.pdf", "application/pdf", std::string("%PDF-1.7\0\xff\r\n.\r\n--=_mixed", 24)},
                          {"plan.ics", "text/calendar; charset=utf-8", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"}},
          .message_id = "<0190-abc.1@company.test>",
          .in_reply_to = "<0190-abc.0@company.test>",
          .date = Instant::parse("2026-11-20T09:05:07Z").value(),
          .unsubscribe_url = "https://zhixing.company.test/unsubscribe?t=abc",
          .one_click = true};
}

/// As another program understands the mail.
json::Value as_read_by_python(std::string const& mail) {
  auto const file = std::filesystem::temp_directory_path() / ("zhixing-mail-" + std::to_string(::getpid()) + ".eml");
  std::ofstream(file, std::ios::binary) << mail;
  auto const program = R"PY(
import email, email.policy, json, sys
m = email.message_from_binary_file(open(sys.argv[1], "rb"), policy=email.policy.default)
people = lambda name: [[a.display_name, a.addr_spec] for a in m[name].addresses]
parts = [p for p in m.iter_attachments()]
print(json.dumps({
  "subject": m["subject"], "from": people("from"), "to": people("to"), "reply_to": people("reply-to"),
  "date": m["date"].datetime.isoformat(), "id": m["message-id"], "auto": m["auto-submitted"],
  "unsubscribe": m["list-unsubscribe"], "type": m.get_content_type(),
  "plain": m.get_body(("plain",)).get_content().replace("\r\n", "\n"), "html": m.get_body(("html",)).get_content(),
  "files": [p.get_filename() for p in parts], "types": [p.get_content_type() for p in parts],
  "bytes": parts[0].get_payload(decode=True).hex() if parts else "",
  "defects": [str(d) for p in m.walk() for d in p.defects] + [str(d) for h in m.values() for d in h.defects]}, ensure_ascii=False))
)PY";
  auto const script = std::filesystem::path(file).replace_extension(".py");
  std::ofstream(script) << program;
  auto const read = testing::run_program("PYTHONIOENCODING=utf-8 " + std::string(testing::python) + " " + script.string() + " " + file.string());
  std::filesystem::remove(file);
  std::filesystem::remove(script);
  return json::Value::parse(read.output).value();
}

std::string text_of(json::Value const& value, std::string_view key) { return std::string(value.find(key).value().as_string().value()); }

TEST(MailMessageTest, another_program_reads_what_was_written) {
  if (!testing::has_program(testing::python)) GTEST_SKIP() << "no " << testing::python;
  auto const message = reminder();
  auto const read = as_read_by_python(compose(message).value());
  EXPECT_EQ(text_of(read, "subject"), message.subject);
  EXPECT_EQ(read.find("from")->text(), R"([["知行 (自动发送), \"提醒\"","me@company.test"]])");
  EXPECT_EQ(read.find("to")->text(), R"([["张三","zhang@company.test"],["Smith, John","john@company.test"],["","third@company.test"]])");
  EXPECT_EQ(read.find("reply_to")->text(), R"([["Reply Desk","desk@company.test"]])");
  EXPECT_EQ(text_of(read, "date"), "2026-11-20T09:05:07+00:00");
  EXPECT_EQ(text_of(read, "id"), message.message_id);
  EXPECT_EQ(text_of(read, "auto"), "auto-generated");
  EXPECT_EQ(text_of(read, "unsubscribe"), "<" + message.unsubscribe_url + ">");
  EXPECT_EQ(text_of(read, "type"), "multipart/mixed");
  EXPECT_EQ(text_of(read, "plain"), message.text);
  EXPECT_EQ(text_of(read, "html"), message.html);
  EXPECT_EQ(read.find("files")->items()[0].as_string(), message.attachments[0].file_name);
  EXPECT_EQ(read.find("files")->items()[1].as_string(), "plan.ics");
  EXPECT_EQ(read.find("types")->text(), R"(["application/pdf","text/calendar"])");
  EXPECT_EQ(text_of(read, "bytes"), "255044462d312e3700ff0d0a2e0d0a2d2d3d5f6d69786564");
  EXPECT_EQ(read.find("defects")->text(), "[]");
}

TEST(MailMessageTest, every_line_is_short_ascii_and_ends_with_crlf) {
  auto const mail = compose(reminder()).value();
  auto rest = std::string_view(mail);
  while (!rest.empty()) {
    auto const end = rest.find("\r\n");
    ASSERT_NE(end, rest.npos);
    auto const line = rest.substr(0, end);
    EXPECT_TRUE(line.size() <= 76 || line.starts_with(" filename*=")) << line;
    EXPECT_TRUE(std::ranges::all_of(line, [](char c) { return c >= ' ' && c <= '~'; })) << line;
    rest.remove_prefix(end + 2);
  }
}

TEST(MailMessageTest, the_same_message_gives_the_same_bytes) { EXPECT_EQ(compose(reminder()).value(), compose(reminder()).value()); }

TEST(MailMessageTest, plain_text_alone_is_one_part) {
  auto message = reminder();
  message.html.clear();
  message.attachments.clear();
  message.subject = "Plain";
  auto const mail = compose(message).value();
  EXPECT_EQ(mail.find("multipart"), mail.npos);
  EXPECT_NE(mail.find("\r\nSubject: Plain\r\n"), mail.npos);
}

TEST(MailMessageTest, no_field_can_start_a_header_of_its_own) {
  auto const refused = [](auto change) {
    auto message = reminder();
    change(message);
    auto const mail = compose(message);
    return mail ? std::string("accepted") : mail.refusal().code;
  };
  std::string const evil = "x\r\nBcc: victim@other.test";
  EXPECT_EQ(refused([&](auto& m) { m.subject = evil; }), "outbound.mail_header_invalid");
  EXPECT_EQ(refused([&](auto& m) { m.subject = "x\nBcc: y@z.test"; }), "outbound.mail_header_invalid");
  EXPECT_EQ(refused([&](auto& m) { m.subject = std::string("x\0y", 3); }), "outbound.mail_header_invalid");
  EXPECT_EQ(refused([&](auto& m) { m.subject = "broken \xff"; }), "outbound.mail_header_invalid");
  EXPECT_EQ(refused([&](auto& m) { m.from.name = evil; }), "outbound.mail_header_invalid");
  EXPECT_EQ(refused([&](auto& m) { m.to[0].name = evil; }), "outbound.mail_header_invalid");
  EXPECT_EQ(refused([&](auto& m) { m.to[0].address = "a@b.test\r\nBcc: c@d.test"; }), "outbound.mail_address_invalid");
  EXPECT_EQ(refused([&](auto& m) { m.reply_to[0].name = evil; }), "outbound.mail_header_invalid");
  EXPECT_EQ(refused([&](auto& m) { m.message_id = "<a@b>\r\nBcc: c@d.test"; }), "outbound.mail_header_invalid");
  EXPECT_EQ(refused([&](auto& m) { m.in_reply_to = "<a@b> <c@d"; }), "outbound.mail_header_invalid");
  EXPECT_EQ(refused([&](auto& m) { m.unsubscribe_url = "https://a/\r\nBcc:x"; }), "outbound.mail_header_invalid");
  EXPECT_EQ(refused([&](auto& m) { m.attachments[0].file_name = "a\r\nb.pdf"; }), "outbound.mail_header_invalid");
  EXPECT_EQ(refused([&](auto& m) { m.attachments[0].content_type = "a/b\r\nX: y"; }), "outbound.mail_header_invalid");
  EXPECT_EQ(refused([&](auto& m) { m.to.clear(); }), "outbound.mail_without_receiver");
}

TEST(MailMessageTest, a_subject_that_looks_encoded_is_shown_as_it_is) {
  if (!testing::has_program(testing::python)) GTEST_SKIP() << "no " << testing::python;
  auto message = reminder();
  message.subject = "=?UTF-8?B?QmNj?=  two blanks";
  EXPECT_EQ(text_of(as_read_by_python(compose(message).value()), "subject"), message.subject);
}

}  // namespace
}  // namespace zx::outbound
