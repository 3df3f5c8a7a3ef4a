// Links, messages and ratings as the people inside have them.

#include "modules/work/requester.hpp"

#include <algorithm>

#include "modules/work/attention.hpp"
#include "modules/work/outside.hpp"
#include "modules/work/periods.hpp"
#include "modules/work/public_rules.hpp"
#include "modules/work/sql.hpp"
#include "modules/work/store.hpp"
#include "platform/base/text.hpp"
#include "platform/events/events.hpp"

namespace zx::work {
namespace {

constexpr std::size_t longest_message = 2000;

struct LinkRow {
  Instant made_at;
  std::string made_by_name;
};
BOOST_DESCRIBE_STRUCT(LinkRow, (), (made_at, made_by_name))

bool speaks_for(ReadContext const& ctx, store::Item const& item) {
  auto const standpoint = store::standpoint(ctx, item);
  return standpoint.owner || standpoint.handler ||
         (ctx.actor.may(permissions::change) && followup::find_visible(ctx, item.commitment.id, permissions::change).ok());
}

/// Somebody outside; who works here is told inside.
std::optional<std::string> address_of(store::Item const& item) {
  auto const& row = item.row;
  bool const outside = !row.requester_employee_id && row.requester_email && !row.requester_email->empty();
  return outside ? row.requester_email : std::nullopt;
}

void mail(Context const& ctx, store::Item const& item, Uuid letter, std::string text, std::string path) {
  events::publish(ctx, RequesterWritten{.work_item = item.row.id,
                                        .number = item.commitment.number,
                                        .title = item.commitment.title,
                                        .letter = letter,
                                        .text = std::move(text),
                                        .path = std::move(path),
                                        .language = ctx.actor.language,
                                        .by = ctx.actor.employee,
                                        .to_name = item.row.requester_name.value_or(""),
                                        .email = *address_of(item)});
}

Result<store::Item> find_to_speak_for(Context const& ctx, WorkItemId id) {
  auto item = TRY(store::find_visible(ctx, id, permissions::read));
  if (!speaks_for(ctx, item)) return Refusal::forbidden("work.change_not_yours");
  return item;
}

// ---- Report ----

struct KindRatings {
  std::string key;
  std::int64_t ratings = 0;
  std::int64_t total = 0;
  std::int64_t low = 0;
};
BOOST_DESCRIBE_STRUCT(KindRatings, (), (key, ratings, total, low))

struct DepartmentRatings {
  std::optional<DepartmentId> department;
  std::int64_t ratings = 0;
  std::int64_t total = 0;
  std::int64_t low = 0;
};
BOOST_DESCRIBE_STRUCT(DepartmentRatings, (), (department, ratings, total, low))

/// Four people's opinions are their own, not a figure.
template <class Row>
RatingLine line_of(Row const& row, std::optional<std::string> key, std::optional<std::string> name) {
  RatingLine line{std::move(key), std::move(name), row.ratings, {}, {}};
  if (row.ratings < rules::fewest_ratings_shown) return line;
  line.average_percent = (row.total * 100 + row.ratings / 2) / row.ratings;
  line.low = row.low;
  return line;
}

template <class Row>
std::vector<Row> rows(ReadContext const& ctx, Period const& period, db::Statement const& head, db::Statement const& group) {
  db::Composed statement(head);
  statement += followup::visible_within(ctx.actor.reach(permissions::read));
  statement += group;
  return ctx.db.all<Row>(statement, db::Parameters::of(followup::viewer(ctx.actor)).and_("from", period.from).and_("until", period.until));
}

std::vector<RatingLine> by_kind(ReadContext const& ctx, Period const& period) {
  std::vector<RatingLine> lines;
  for (auto const& row : rows<KindRatings>(ctx, period, sql::ratings_by_kind, sql::group_by_kind)) {
    auto const kind = kind_called(ctx, row.key);
    lines.push_back(line_of(row, row.key, ctx.actor.language == "en" ? kind.name_en : kind.name_zh));
  }
  return lines;
}

std::vector<RatingLine> by_department(ReadContext const& ctx, Period const& period) {
  std::vector<RatingLine> lines;
  for (auto const& row : rows<DepartmentRatings>(ctx, period, sql::ratings_by_department, sql::group_by_department)) {
    if (row.department) lines.push_back(line_of(row, row.department->text(), org::department_name(ctx, *row.department)));
    else lines.push_back(line_of(row, std::nullopt, std::nullopt));
  }
  return lines;
}

}  // namespace

Result<RequesterDesk> requester_desk(ReadContext const& ctx, WorkItemId id) {
  auto const item = TRY(store::find_visible(ctx, id, permissions::read));
  auto const links = ctx.db.all<LinkRow>(sql::status_links_of, {{"org", ctx.actor.organization}, {"work_item", id}});
  RequesterDesk desk{.email = {},
                     .links = static_cast<std::int64_t>(links.size()),
                     .messages = outside::messages_of(ctx, id),
                     .rating = outside::rating_of(ctx, id),
                     .may_write = speaks_for(ctx, item)};
  if (desk.may_write) desk.email = address_of(item);
  if (!links.empty()) {
    desk.last_link_at = links.front().made_at;
    desk.last_link_by = links.front().made_by_name;
  }
  return desk;
}

Result<StatusLinkView> make_status_link(Context& ctx, WorkItemId id, Mailed mailed) {
  auto const item = TRY(find_to_speak_for(ctx, id));
  if (mailed == Mailed::yes && !address_of(item))
    return Refusal::invalid_field("by_email", "work.letter_no_address", {{"name", item.row.requester_name.value_or("")}});
  auto link = outside::add_link(ctx, id);
  store::tell(ctx, id, "work_item.status_link_made");
  if (mailed == Mailed::yes) mail(ctx, item, link.id, {}, link.path);
  return link;
}

Result<void> revoke_status_links(Context& ctx, WorkItemId id) {
  TRY(find_to_speak_for(ctx, id));
  auto const revoked = ctx.db.execute(sql::revoke_status_links, {{"org", ctx.actor.organization}, {"work_item", id}, {"now", ctx.now}});
  if (revoked > 0) store::tell(ctx, id, "work_item.status_links_revoked");
  return {};
}

Result<RequesterMessageView> write_to_requester(Context& ctx, WorkItemId id, RequesterMessageForm const& form) {
  if (text::trim(form.text).empty()) return Refusal::invalid_field("text", "field.required");
  if (text::length(form.text) > longest_message) return Refusal::invalid_field("text", "field.too_long", {{"most", std::to_string(longest_message)}});
  auto const item = TRY(find_to_speak_for(ctx, id));
  auto message = outside::add_message(ctx, id, false, form.text);
  store::tell(ctx, id, "work_item.requester_told", {}, message.text);
  if (address_of(item)) mail(ctx, item, message.id, message.text, outside::add_link(ctx, id).path);
  if (item.row.requester_employee_id) ask_attention(ctx, item, "requester_message", *item.row.requester_employee_id, message.text);
  return message;
}

Result<std::vector<RatingLine>> rating_report(ReadContext const& ctx, RatingQuery const& query) {
  auto const wanted = TRY(period(ctx, query.from, query.to));
  auto lines = query.by.value_or(RatingGroup::kind) == RatingGroup::kind ? by_kind(ctx, wanted) : by_department(ctx, wanted);
  std::ranges::sort(lines, [](RatingLine const& one, RatingLine const& other) {
    return std::pair(one.average_percent.value_or(501), one.key) < std::pair(other.average_percent.value_or(501), other.key);
  });
  return lines;
}

}  // namespace zx::work
