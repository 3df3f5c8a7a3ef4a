// The organization's own wording of what people are told, over the shipped one.

#include <algorithm>

#include "modules/notify/claiming.hpp"
#include "modules/notify/composing.hpp"
#include "modules/notify/occasions.hpp"
#include "modules/notify/rules.hpp"
#include "modules/notify/sql.hpp"
#include "platform/base/text.hpp"
#include "platform/i18n/catalogue.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::notify {
namespace {

constexpr std::size_t longest_subject = 200;
constexpr std::size_t longest_body = 4000;

Result<Occasion const*> known(std::string_view event, Channel channel, std::string_view language) {
  auto const* occasion = find_occasion(event);
  if (!occasion) return Refusal::invalid_field("event", "notify.event_unknown");
  if (language != "zh" && language != "en") return Refusal::invalid_field("language", "notify.language_unknown");
  if (channel == Channel::webhook) return Refusal::invalid_field("channel", "notify.template_channel");
  return occasion;
}

Result<void> check(Occasion const& occasion, std::string_view field, std::string_view text, std::size_t longest) {
  if (text::trim(text).empty()) return Refusal::invalid_field(std::string(field), "field.required");
  if (text::length(text) > longest) return Refusal::invalid_field(std::string(field), "field.too_long", {{"most", std::to_string(longest)}});
  auto const names = placeholders_of(occasion);
  for (auto const& name : placeholders_in(text))
    if (std::ranges::find(names, name) == names.end()) return Refusal::invalid_field(std::string(field), "notify.placeholder_unknown", {{"name", name}});
  return {};
}

Result<void> check(Occasion const& occasion, Words const& words) {
  TRY(check(occasion, "subject", words.subject, longest_subject));
  return check(occasion, "body", words.body, longest_body);
}

TemplateView view_of(ReadContext const& ctx, Occasion const& occasion, Channel channel, std::string const& language, store::TemplateRow const* own) {
  auto usual = default_words(ctx.services.texts, occasion.event, channel, language);
  return {.event = std::string(occasion.event),
          .channel = channel,
          .language = language,
          .subject = own ? own->subject : usual.subject,
          .body = own ? own->body : usual.body,
          .default_subject = usual.subject,
          .default_body = usual.body,
          .own = own != nullptr,
          .placeholders = placeholders_of(occasion),
          .changed_at = own ? std::optional(own->changed_at) : std::nullopt,
          .changed_by = own ? std::optional(own->changed_by) : std::nullopt,
          .version = own ? own->version : 0};
}

store::TemplateRow const* own_of(std::vector<store::TemplateRow> const& rows, std::string_view event, Channel channel, std::string_view language) {
  auto found = std::ranges::find_if(rows, [&](auto const& row) { return row.event == event && row.channel == channel && row.language == language; });
  return found == rows.end() ? nullptr : &*found;
}

/// Something to see in every place.
store::NoticeRow sample_of(ReadContext const& ctx, Occasion const& occasion, std::string const& language) {
  store::NoticeRow notice;
  notice.event = occasion.event;
  notice.kind = occasion.kind;
  notice.number = "W-2026-000123";
  notice.title = ctx.services.texts.text(language, "notice.sample.title");
  notice.reason = "owner";
  notice.basis_at = ctx.now + std::chrono::hours(1);
  Settings values;
  for (auto name : occasion.placeholders) {
    auto const key = "notice.sample." + std::string(name);
    values[std::string(name)] = ctx.services.texts.has(language, key) ? ctx.services.texts.text(language, key) : "3";
  }
  if (values.contains("time")) values["time"] = local_text(ctx.now, ctx.actor.time_zone);
  if (values.contains("outcome")) values["outcome"] = "done";
  if (values.contains("tone")) values["tone"] = "firm";
  notice.content = to_json(values);
  return notice;
}

struct Sample {
  Words pattern;
  Settings values;
};
Result<Sample> sample(ReadContext const& ctx, PreviewForm const& form) {
  auto const* occasion = TRY(known(form.event, form.channel, form.language));
  auto pattern = words_for(ctx, form.event, form.channel, form.language);
  if (form.subject) pattern.subject = *form.subject;
  if (form.body) pattern.body = *form.body;
  TRY(check(*occasion, pattern));
  auto values = values_of(ctx, sample_of(ctx, *occasion, form.language), {ctx.actor.name, form.language, store::organization(ctx).name});
  return Sample{std::move(pattern), std::move(values)};
}

/// As receivers get it by the message's channel.
void put_sample(Catalogue const& texts, PreviewForm const& form, Sample sample, Message& message) {
  message.event = form.event;
  message.language = form.language;
  message.values = std::move(sample.values);
  put_words(texts, sample.pattern, message);
}

}  // namespace

Result<std::vector<TemplateView>> templates(ReadContext const& ctx, TemplatesQuery const& query) {
  auto const language = query.language.value_or(ctx.actor.language);
  auto const channel = query.channel.value_or(Channel::email);
  TRY(known(event_words::closed, channel, language));
  auto const own = store::templates(ctx);
  std::vector<TemplateView> views;
  for (auto const& occasion : occasions()) views.push_back(view_of(ctx, occasion, channel, language, own_of(own, occasion.event, channel, language)));
  return views;
}

Result<TemplateView> put_template(Context& ctx, TemplateKey const& key, std::int64_t version, TemplateForm const& form) {
  auto const* occasion = TRY(known(key.event, key.channel, key.language));
  TRY(check(*occasion, Words{form.subject, form.body}));
  auto const before = store::find_template(ctx, key);
  if (version != (before ? before->version : 0)) return Refusal::stale("request.stale");
  store::TemplateRow const row{.id = before ? before->id : Uuid::v7(),
                               .event = key.event,
                               .channel = key.channel,
                               .language = key.language,
                               .subject = form.subject,
                               .body = form.body,
                               .changed_at = ctx.now,
                               .changed_by = ctx.actor.name,
                               .version = version};
  auto const written = ctx.db.execute(before ? sql::update_template : sql::insert_template, db::Parameters::of(row).and_("org", ctx.actor.organization));
  if (written == 0) return Refusal::stale("request.stale");
  auto const usual = words_for(ctx, key.event, key.channel, key.language);
  timeline::append(ctx, {"notice_template", row.id}, "notice_template.changed",
                   {{"event", "", key.event},
                    {"channel", "", std::string(enum_text(key.channel))},
                    {"subject", before ? before->subject : "", usual.subject},
                    {"body", before ? before->body : "", usual.body}});
  auto const now = store::find_template(ctx, key);
  return view_of(ctx, *occasion, key.channel, key.language, &*now);
}

Result<void> reset_template(Context& ctx, TemplateKey const& key) {
  TRY(known(key.event, key.channel, key.language));
  auto const before = store::find_template(ctx, key);
  if (!before) return {};
  ctx.db.execute(sql::delete_template, {{"org", ctx.actor.organization}, {"event", key.event}, {"channel", key.channel}, {"language", key.language}});
  timeline::append(ctx, {"notice_template", before->id}, "notice_template.reset", {{"subject", before->subject, ""}, {"body", before->body, ""}});
  return {};
}

Result<PreviewView> preview(ReadContext const& ctx, PreviewForm const& form) {
  Message message{.channel = form.channel};
  put_sample(ctx.services.texts, form, TRY(sample(ctx, form)), message);
  return PreviewView{std::move(message.subject), std::move(message.text)};
}

namespace {

struct Trial {
  Account account;
  Message message;
};

/// The inbox and the browsers of one person show their wording best in a mail.
bool leaves_by_itself(Channel channel) { return channel != Channel::in_app && channel != Channel::push; }

/// Where a wording is tried: in its own channel, to oneself or to the channel's group.
Result<Trial> trial_of(ReadContext const& ctx, Channel channel) {
  auto const contact = store::find_contact(ctx, ctx.actor.employee);
  Message message{.channel = channel, .to_name = ctx.actor.name, .message_id = "zx." + Uuid::v7().text(), .at = ctx.now};
  auto const account = store::enabled_account_of(ctx, channel);
  if (!account)
    return Refusal::conflict("notify.no_account_of",
                             {{"channel", ctx.services.texts.text(ctx.actor.language, "notice.channel." + std::string(enum_text(channel)))}});
  if (rules::is_group(channel)) message.to = account->name;
  else if (contact) message.to = (channel == Channel::email ? contact->email : contact->phone).value_or("");
  if (message.to.empty()) return Refusal::conflict("notify.no_address");
  return Trial{account_from(ctx.services, *account), std::move(message)};
}

}  // namespace

Result<TrialView> try_template(Services& services, Actor const& actor, PreviewForm const& form) {
  auto prepared = services.database.read([&](db::Executor& db) -> Result<Trial> {
    ReadContext const ctx{actor, services.clock.now(), db, services};
    auto made = TRY(sample(ctx, form));
    auto trial = TRY(trial_of(ctx, leaves_by_itself(form.channel) ? form.channel : Channel::email));
    put_sample(ctx.services.texts, form, std::move(made), trial.message);
    return trial;
  });
  if (!prepared) return std::move(prepared).refusal();
  auto const outcome = senders_of(services).of(prepared->account.channel)->send(prepared->account, prepared->message);
  return TrialView{.delivered = outcome.what == Outcome::What::delivered, .answer = outcome.answer, .to = prepared->message.to};
}

}  // namespace zx::notify
