// Texts of people inside formats made of lines: none may begin a line of its own. And what a mail server answers.
#include "fuzz.hpp"
#include "platform/base/text.hpp"
#include "platform/ical/calendar.hpp"
#include "platform/outbound/mail_address.hpp"
#include "platform/outbound/mail_headers.hpp"
#include "platform/outbound/smtp_transcript.hpp"

namespace zx::fuzz {

/// Lines end with CRLF, are at most `longest` bytes long, and hold no control characters.
template <class Visit>
void each_line(std::string_view text, std::size_t longest, Visit visit) {
  while (!text.empty()) {
    auto const end = text.find("\r\n");
    must(end != std::string_view::npos, "the last line ends");
    auto const line = text.substr(0, end);
    text.remove_prefix(end + 2);
    must(line.size() <= longest, "no line is too long");
    for (char c : line) must(static_cast<unsigned char>(c) >= 0x20 || c == '\t', "no control characters in a line");
    visit(line);
  }
}

void header(std::string const& name, std::string const& text) {
  if (!outbound::is_header_text(text)) return;
  bool first = true;
  auto follows = [&](std::string_view line) {
    must(first || line.starts_with(' ') || line.starts_with('\t'), "a header has no second line of its own");
    first = false;
  };
  each_line(outbound::text_header("Subject", text), 76, follows);
  outbound::Mailbox const one{text, "a@example.com"};
  if (!outbound::is_mail_address(name)) return;
  outbound::Mailbox const other{text, name};
  std::vector const both{one, other};
  first = true;
  each_line(outbound::mailbox_header("To", both), 998, follows);
}

ical::Event event(Input input) {
  ical::Event event;
  event.uid = "1@example.com";
  event.summary = input.text();
  event.description = input.text();
  event.location = input.text();
  event.url = input.text();
  event.categories = {input.text(), input.text()};
  event.organizer = ical::Person{input.text(), "a@example.com"};
  event.attendees = {{input.text(), input.text()}};
  return event;
}

void calendar(Input input) {
  ical::Calendar calendar;
  calendar.product = "-//Zhixing//Zhixing//ZH";
  calendar.events = {event(input)};
  auto const& written = calendar.events.front();
  for (auto const* text : {&written.summary, &written.description, &written.location, &written.url, &written.categories[0], &written.categories[1],
                           &written.organizer->name, &written.attendees[0].name, &written.attendees[0].address}) {
    if (!text::is_valid_utf8(*text)) return;
  }
  int begins = 0;
  each_line(ical::write(calendar), 75, [&](std::string_view line) { begins += line.starts_with("BEGIN:"); });
  must(begins == 2, "a text begins no part of its own");
}

void answers(Input input) {
  outbound::SmtpTranscript transcript;
  for (int i = 0; i < 20; ++i) {
    auto const line = input.text();
    if (i % 2) transcript.client_said(line);
    else transcript.server_said(line);
    if (line == "END") transcript.message_ended();
  }
  transcript.recipients();
  transcript.verdict();
}

}  // namespace zx::fuzz

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace zx;
  fuzz::Input input(data, size);
  switch (input.number() % 3) {
    case 0: {
      auto const name = input.text();
      fuzz::header(name, input.rest());
      break;
    }
    case 1: fuzz::calendar(input); break;
    case 2: fuzz::answers(input); break;
  }
  return 0;
}
