#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "platform/outbound/mail_message.hpp"
#include "platform/outbound/smtp_client.hpp"
#include "platform/testing/other_program.hpp"

namespace zx::outbound {
namespace {

// Takes one mail on a port of its own choice, and says what it understood.
constexpr auto server_program = R"PY(
import asyncio, email, email.policy, sys
from aiosmtpd.smtp import SMTP
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
got = loop.create_future()
class Handler:
    async def handle_DATA(self, server, session, envelope):
        m = email.message_from_bytes(envelope.content, policy=email.policy.default)
        got.set_result([envelope.mail_from, ",".join(envelope.rcpt_tos), m["subject"], m.get_content().strip().replace("\r\n", "/")])
        return "250 taken"
server = loop.run_until_complete(loop.create_server(lambda: SMTP(Handler(), loop=loop), "127.0.0.1", 0))
print(server.sockets[0].getsockname()[1], flush=True)
print("|".join(loop.run_until_complete(asyncio.wait_for(got, 20))), flush=True)
loop.run_until_complete(asyncio.sleep(0.2))
)PY";

std::string read_line(FILE* pipe) {
  std::string line;
  for (int c = std::fgetc(pipe); c != EOF && c != '\n'; c = std::fgetc(pipe)) line += static_cast<char>(c);
  return line;
}

TEST(OtherMailServerTest, another_program_takes_our_mail_and_understands_it) {
  if (!testing::has_python_module("aiosmtpd")) GTEST_SKIP() << "python3-aiosmtpd is not installed";
  auto const script = std::filesystem::temp_directory_path() / ("zhixing-smtpd-" + std::to_string(::getpid()) + ".py");
  std::ofstream(script) << server_program;
  FILE* server = ::popen(("PYTHONIOENCODING=utf-8 " + std::string(testing::python) + " " + script.string()).c_str(), "r");
  auto const port = std::stoi(read_line(server));
  auto const mail = compose({.from = {"知行", "me@company.test"},
                             .to = {{"张三", "zhang@company.test"}},
                             .subject = "逾期提醒",
                             .text = ".以点开头\n张三，您好\n",
                             .message_id = "<1@company.test>",
                             .date = {1'700'000'000'000}})
                        .value();
  auto const result = send_mail({.host = "127.0.0.1", .port = static_cast<std::uint16_t>(port), .security = SmtpSecurity::none, .addresses = {{"127.0.0.1"}}},
                                "me@company.test", {"zhang@company.test", "li@company.test"}, mail)
                          .value();
  for (auto const& recipient : result.recipients) EXPECT_EQ(recipient.outcome, MailOutcome::delivered) << recipient.reply.text;
  EXPECT_EQ(read_line(server), "me@company.test|zhang@company.test,li@company.test|逾期提醒|.以点开头/张三，您好");
  ::pclose(server);
  std::filesystem::remove(script);
}

}  // namespace
}  // namespace zx::outbound
