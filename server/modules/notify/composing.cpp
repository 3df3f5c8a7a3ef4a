#include "modules/notify/composing.hpp"

#include "modules/notify/letter.hpp"
#include "modules/notify/occasions.hpp"
#include "modules/notify/rules.hpp"
#include "modules/notify/unsubscribing.hpp"
#include "modules/work/work.hpp"
#include "platform/i18n/catalogue.hpp"

namespace zx::notify {
namespace {

/// On our own pages.
std::string path_to(std::string_view subject_type, std::optional<Uuid> subject) {
  if (subject_type == "work_item" && subject) return "/work-items/" + subject->text();
  if (subject_type == "goal_card" && subject) return "/goal-cards/" + subject->text();
  if (subject_type == "goal_item" && subject) return "/goal-items/" + subject->text();
  if (subject_type == "customers") return "/customers";
  return "/workbench";
}

/// What text_for says, to look at.
std::string html_for(Catalogue const& texts, Words const& words, Settings const& values, std::string const& language) {
  auto text = [&](std::string_view key) { return fill(texts.text(language, key), values); };
  return html_of({.language = language,
                  .heading = words.subject,
                  .greeting = text("notice.html.greeting"),
                  .body = words.body,
                  .link = values.at("link"),
                  .link_text = text("notice.html.open"),
                  .foot = text("notice.html.foot")});
}

Reader reader_of(ReadContext const& ctx, store::DeliveryRow const& delivery, store::NoticeRow const& notice) {
  if (!rules::is_group(delivery.channel)) {
    if (auto contact = store::find_contact(ctx, EmployeeId{delivery.recipient_id})) return {contact->name, contact->language, contact->organization};
  }
  auto const organization = store::organization(ctx);
  if (is_to_outsider(notice.event)) {
    auto content = from_json<Settings>(notice.content).value();
    return {content["to_name"], content["language"], organization.name};
  }
  return {delivery.address, organization.language, organization.name};
}

/// The letter itself.
void enclose(ReadContext const& ctx, store::NoticeRow const& notice, Message& message) {
  auto const id = Uuid::parse(message.values["letter_id"]);
  if (message.channel != Channel::email || !notice.subject_id || !id) return;
  auto const org = ctx.actor.organization;
  Actor const system{.organization = org, .is_system = true};
  ReadContext const reading{system, ctx.now, ctx.db, ctx.services};
  auto file = work::letter_file(reading, work::WorkItemId{*notice.subject_id}, work::LetterId{*id});
  if (file) message.files.push_back({std::move(file->name), "application/pdf", std::move(file->pdf)});
}

/// Several notices as one message: its occasion is the burst itself.
store::NoticeRow digest_of(ReadContext const& ctx, store::NoticeRow const& first, std::vector<store::NoticeRow> const& others, Reader const& reader,
                           Channel channel) {
  std::string lines;
  auto add = [&](store::NoticeRow const& notice) { lines += "· " + line_of(notice, words_of(ctx, notice, channel, reader).subject) + "\n"; };
  add(first);
  for (auto const& other : others) add(other);
  lines.pop_back();
  auto digest = first;
  digest.event = event_words::merged;
  digest.kind = Kind::digest;
  digest.subject_type.clear();
  digest.subject_id.reset();
  digest.reason = "merged";
  digest.reason_for.clear();
  digest.content = to_json(Settings{{"count", std::to_string(others.size() + 1)}, {"lines", lines}});
  return digest;
}

}  // namespace

std::string link_to(Services const& services, std::string_view subject_type, std::optional<Uuid> subject) {
  return services.public_url.empty() ? std::string() : services.public_url + path_to(subject_type, subject);
}

std::string reason_text(Catalogue const& texts, std::string_view reason, std::string_view reason_for, std::string_view language) {
  if (reason.empty()) return {};
  if (!reason_for.empty()) return texts.text(language, "notice.reason.deputy", {{"name", std::string(reason_for)}});
  return texts.text(language, "notice.reason." + std::string(reason));
}

std::string answer_text(Catalogue const& texts, std::string const& answer, std::string const& language) {
  auto const key = "notice.answer." + answer.substr(answer.find('.') + 1);
  return answer.starts_with("notify.") && texts.has(language, key) ? texts.text(language, key) : answer;
}

Settings values_of(ReadContext const& ctx, store::NoticeRow const& notice, Reader const& reader) {
  auto values = from_json<Settings>(notice.content).value();
  auto const& texts = ctx.services.texts;
  if (auto tone = values.find("tone"); tone != values.end()) tone->second = texts.text(reader.language, "work.tone." + tone->second);
  if (auto outcome = values.find("outcome"); outcome != values.end()) outcome->second = texts.text(reader.language, "work.state." + outcome->second);
  if (notice.event == "reminder.due") {
    bool const reached = notice.basis_at && *notice.basis_at <= ctx.now;  // when it is read: it may have waited for the morning
    values["timing"] = texts.text(reader.language, reached ? "notice.timing.reached" : "notice.timing.soon");
  }
  // What an older version wrote has nothing to say in the places that came later.
  if (auto const* occasion = find_occasion(notice.event))
    for (auto name : occasion->placeholders) values.try_emplace(std::string(name), occasion->kind == Kind::digest ? "0" : "");
  values["title"] = notice.title;
  values["number"] = notice.number;
  values["reason"] = reason_text(texts, notice.reason, notice.reason_for, reader.language);
  values["recipient"] = reader.name;
  values["organization"] = reader.organization;
  if (auto path = values.find("status_path"); path != values.end()) values["status_link"] = ctx.services.public_url + path->second;
  values["link"] = link_to(ctx.services, notice.subject_type, notice.subject_id);
  return values;
}

void put_words(Catalogue const& texts, Words const& pattern, Message& message) {
  auto& values = message.values;
  bool const is_outside = is_to_outsider(message.event);
  if (is_outside) values["link"].clear();  // leads nowhere without an account
  auto words = fill(pattern, values);
  message.link = values["link"];
  message.text = text_for(texts, message.channel, words, values, message.language);
  if (is_outside) {
    auto around = values;
    around["body"] = words.body;
    message.text = fill(texts.text(message.language, "notice.frame.outside"), around);
    message.html = html_of({.language = message.language, .heading = words.subject, .body = message.text});
  } else if (message.channel == Channel::email) {
    message.html = html_for(texts, words, values, message.language);
  }
  message.subject = std::move(words.subject);
}

Words words_of(ReadContext const& ctx, store::NoticeRow const& notice, Channel channel, Reader const& reader) {
  return fill(words_for(ctx, notice.event, channel, reader.language), values_of(ctx, notice, reader));
}

std::string line_of(store::NoticeRow const& notice, std::string_view heading) {
  auto const shows_title = notice.title.empty() || heading.find(notice.title) != heading.npos;
  return std::string(heading) + (shows_title ? "" : " " + notice.title);
}

std::string text_for(Catalogue const& texts, Channel channel, Words const& words, Settings const& values, std::string_view language) {
  if (channel != Channel::email && channel != Channel::sms) return words.body;
  auto around = values;
  around["body"] = channel == Channel::email ? words.body : words.subject;
  return fill(texts.text(language, channel == Channel::email ? "notice.frame.email" : "notice.frame.short"), around);
}

Message compose(ReadContext const& ctx, store::DeliveryRow const& delivery, store::NoticeRow const& notice, std::vector<store::NoticeRow> const& merged) {
  auto const reader = reader_of(ctx, delivery, notice);
  Message message{.channel = delivery.channel,
                  .event = notice.event,
                  .to = delivery.address,
                  .to_name = reader.name,
                  .message_id = delivery.message_id,
                  .at = ctx.now,
                  .language = reader.language};
  if (delivery.channel == Channel::webhook) {
    auto const content = from_json<Settings>(notice.content).value();
    auto const payload = content.find("payload");
    message.text = payload == content.end() ? notice.content : payload->second;
    return message;
  }
  auto const shown = merged.empty() ? notice : digest_of(ctx, notice, merged, reader, delivery.channel);
  message.event = shown.event;
  message.values = values_of(ctx, shown, reader);
  put_words(ctx.services.texts, words_for(ctx, shown.event, delivery.channel, reader.language), message);
  message.path = path_to(shown.subject_type, shown.subject_id);
  if (is_letter(shown.event)) enclose(ctx, shown, message);
  else if (delivery.channel == Channel::email && merged.empty()) message.unsubscribe_url = unsubscribe_url(ctx, EmployeeId{delivery.recipient_id}, shown.kind);
  return message;
}

}  // namespace zx::notify
