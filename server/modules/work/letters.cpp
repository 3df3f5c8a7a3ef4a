#include "modules/work/letters.hpp"

#include "modules/work/letter_writing.hpp"
#include "modules/work/outside.hpp"
#include "modules/work/sql.hpp"
#include "platform/base/text.hpp"
#include "platform/calendar/zone.hpp"
#include "platform/events/events.hpp"
#include "platform/i18n/catalogue.hpp"
#include "platform/numbering/numbering.hpp"

namespace zx::work {
namespace {

constexpr std::size_t longest_demand = 1000;
constexpr std::string_view file_subject = "urging_letter";

/// Everything decided before anything is written.
struct Planned {
  store::Item item;
  letter::Draft draft;
  std::optional<EmployeeId> employee;  ///< absent: somebody outside
  std::optional<std::string> email;    ///< absent: not asked for
};

struct LetterRow {
  LetterId id;
  std::string number;
  Tone tone = Tone::reminder;
  LetterTo addressed_to = LetterTo::handler;
  std::string to_name;
  std::optional<std::string> email;
  std::string demand;
  std::optional<Date> answer_by;
  std::string language;
  files::FileId file_id;
  followup::FollowUpId follow_up_id;
  std::string by_name;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(LetterRow, (), (id, number, tone, addressed_to, to_name, email, demand, answer_by, language, file_id, follow_up_id, by_name, at))

LetterView view_of(LetterRow const& row) {
  return {.id = row.id,
          .number = row.number,
          .tone = row.tone,
          .to = row.addressed_to,
          .to_name = row.to_name,
          .by_email = row.email.has_value(),
          .demand = row.demand,
          .answer_by = row.answer_by,
          .by_name = row.by_name,
          .at = row.at};
}

std::vector<FieldError> wrong_fields(ReadContext const& ctx, LetterForm const& form) {
  std::vector<FieldError> errors;
  if (text::length(form.demand.value_or("")) > longest_demand) errors.push_back({"demand", "field.too_long", {{"most", std::to_string(longest_demand)}}});
  if (form.answer_by && *form.answer_by < calendar::local_date(ctx.now, ctx.actor.time_zone)) errors.push_back({"answer_by", "work.letter_answer_past", {}});
  if (form.language && *form.language != "zh" && *form.language != "en") errors.push_back({"language", "org.language_unknown", {}});
  return errors;
}

bool may_urge(ReadContext const& ctx, store::Item const& item) {
  auto const standpoint = store::standpoint(ctx, item);
  return standpoint.owner || standpoint.may_assign ||
         (ctx.actor.may(permissions::change) && followup::find_visible(ctx, item.commitment.id, permissions::change).ok());
}

std::optional<std::string> address_of(ReadContext const& ctx, EmployeeId id) {
  return ctx.db.one<std::string>(sql::letter_address, {{"org", ctx.actor.organization}, {"id", id}});
}

Result<void> address_to_handler(ReadContext const& ctx, Planned& planned) {
  auto const handler = planned.item.commitment.handler_id;
  if (handler == ctx.actor.employee) return Refusal::conflict("work.letter_to_oneself");
  planned.employee = handler;
  planned.draft.to_name = store::name_of(ctx, handler);
  return {};
}

Result<void> address_to_requester(ReadContext const& ctx, Planned& planned) {
  auto const& row = planned.item.row;
  if (row.requester_employee_id == ctx.actor.employee && !ctx.actor.employee.is_nil()) return Refusal::conflict("work.letter_to_oneself");
  planned.employee = row.requester_employee_id;
  planned.draft.to_name = planned.employee ? store::name_of(ctx, *planned.employee) : row.requester_name.value_or("");
  if (planned.draft.to_name.empty()) return Refusal::conflict("work.letter_no_requester");
  return {};
}

Result<Planned> plan(ReadContext const& ctx, store::Item item, LetterForm const& form) {
  if (rules::is_closed(item.row.state)) return Refusal::conflict("work.closed");
  if (!may_urge(ctx, item)) return Refusal::forbidden("work.letter_not_yours");
  if (auto errors = wrong_fields(ctx, form); !errors.empty()) return Refusal::invalid_fields(std::move(errors));
  Planned planned{.item = std::move(item), .draft = {}, .employee = {}, .email = {}};
  planned.draft.tone = form.tone;
  planned.draft.to = form.to.value_or(LetterTo::handler);
  planned.draft.demand = std::string(text::trim(form.demand.value_or("")));
  planned.draft.answer_by = form.answer_by;
  planned.draft.language = form.language.value_or(ctx.actor.language);
  TRY(planned.draft.to == LetterTo::handler ? address_to_handler(ctx, planned) : address_to_requester(ctx, planned));
  if (!form.by_email.value_or(false)) return planned;
  planned.email = planned.employee ? address_of(ctx, *planned.employee) : planned.item.row.requester_email;
  if (!planned.email || planned.email->empty()) return Refusal::invalid_field("by_email", "work.letter_no_address", {{"name", planned.draft.to_name}});
  return planned;
}

/// Where the QR code leads: people outside get a status page, those inside the item.
std::string link_for(Context const& ctx, Planned const& planned) {
  if (ctx.services.public_url.empty()) return {};
  if (planned.employee) return ctx.services.public_url + "/work-items/" + planned.item.row.id.text();
  return ctx.services.public_url + outside::add_link(ctx, planned.item.row.id).path;
}

/// Sending it is a touch like any other, with the next look behind it.
Result<followup::FollowUpView> record_it(Context& ctx, Planned const& planned, LetterForm const& form) {
  auto const& draft = planned.draft;
  auto const& texts = ctx.services.texts;
  RefusalArguments const said{{"number", draft.number},
                              {"tone", texts.text(draft.language, "work.tone." + std::string(enum_text(draft.tone)))},
                              {"name", draft.to_name},
                              {"demand", draft.demand}};
  followup::FollowUpForm touch{.method = followup::Method::urging_letter};
  touch.direction = draft.to == LetterTo::handler ? followup::Direction::inward : followup::Direction::outward;
  touch.finding = texts.text(draft.language, draft.demand.empty() ? "letter.finding" : "letter.finding_with_demand", said);
  touch.next_follow_up_at = form.next_follow_up_at;
  return followup::record(ctx, planned.item.commitment.id, touch);
}

}  // namespace

Result<std::string> preview_letter(ReadContext const& ctx, WorkItemId id, LetterForm const& form) {
  auto const planned = TRY(plan(ctx, TRY(store::find_visible(ctx, id, permissions::read)), form));
  return letter::pdf_of(ctx, planned.item, planned.draft);
}

Result<LetterView> send_letter(Context& ctx, WorkItemId id, LetterForm const& form) {
  auto planned = TRY(plan(ctx, TRY(store::find_visible(ctx, id, permissions::read)), form));
  if (!form.next_follow_up_at) return Refusal::invalid_field("next_follow_up_at", "followup.next_time_required");
  planned.draft.number = numbering::next(ctx, "D");
  planned.draft.link = link_for(ctx, planned);
  auto const& draft = planned.draft;
  auto const pdf = letter::pdf_of(ctx, planned.item, draft);
  auto const touch = TRY(record_it(ctx, planned, form));
  LetterRow row{.id = LetterId::make(),
                .number = draft.number,
                .tone = draft.tone,
                .addressed_to = draft.to,
                .to_name = draft.to_name,
                .email = planned.email,
                .demand = draft.demand,
                .answer_by = draft.answer_by,
                .language = draft.language,
                .follow_up_id = touch.id,
                .by_name = ctx.actor.name,
                .at = ctx.now};
  row.file_id = TRY(files::add(ctx, file_subject, row.id.uuid, letter::file_name(ctx, draft.language, draft.number), pdf)).id;
  ctx.db.execute(sql::insert_letter, db::Parameters::of(row).and_("org", ctx.actor.organization).and_("work_item", id));
  store::tell(ctx, id, "work_item.letter_sent",
              {{"letter", "", draft.number}, {"tone", "", std::string(enum_text(draft.tone))}, {"addressee", "", draft.to_name}}, draft.demand);
  events::publish(ctx, UrgingLetterSent{.work_item = id,
                                        .number = planned.item.commitment.number,
                                        .title = planned.item.commitment.title,
                                        .letter = row.id.uuid,
                                        .letter_number = draft.number,
                                        .tone = std::string(enum_text(draft.tone)),
                                        .language = draft.language,
                                        .by = ctx.actor.employee,
                                        .to = planned.employee,
                                        .to_name = draft.to_name,
                                        .email = planned.email});
  return view_of(row);
}

Result<std::vector<LetterView>> letters(ReadContext const& ctx, WorkItemId id) {
  TRY(store::find_visible(ctx, id, permissions::read));
  std::vector<LetterView> views;
  for (auto const& row : ctx.db.all<LetterRow>(sql::letters_of, {{"org", ctx.actor.organization}, {"work_item", id}})) views.push_back(view_of(row));
  return views;
}

Result<LetterFile> letter_file(ReadContext const& ctx, WorkItemId item, LetterId id) {
  TRY(store::find_visible(ctx, item, permissions::read));
  auto const file_id = ctx.db.one<files::FileId>(sql::file_of_letter, {{"org", ctx.actor.organization}, {"work_item", item}, {"id", id}});
  auto file = file_id ? files::find(ctx, *file_id) : std::nullopt;
  if (!file || file->subject_type != file_subject) return Refusal::not_found("work.letter_not_found");
  return LetterFile{std::move(file->view.name), std::move(file->content)};
}

}  // namespace zx::work
