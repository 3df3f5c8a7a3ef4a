#include "modules/followup/outreach.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "modules/followup/sql.hpp"
#include "platform/base/text.hpp"
#include "platform/calendar/zone.hpp"
#include "platform/csv/open_table.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::followup {
namespace {

using OutreachId = Id<struct OutreachTag>;

constexpr std::size_t most_errors = 100;
constexpr std::size_t longest_name = 200;
constexpr std::int64_t most_contacts = 1000;

enum Column { counterpart, contacts, outcome, date, campaign, owner, columns };
/// The names of each, folded.
constexpr std::array<std::array<std::string_view, 2>, columns> headers{
    {{"counterpart", "对方"}, {"contacts", "联系次数"}, {"outcome", "结果"}, {"date", "日期"}, {"campaign", "活动"}, {"owner", "负责人"}}};

using Places = std::array<std::optional<std::size_t>, columns>;

/// The other layout's: how many touches, and what came of them.
struct CampaignPlaces {
  std::size_t contacts = 0;
  std::size_t outcome = 0;
};

struct Record {
  std::string counterpart;
  std::int64_t contacts = 0;
  CaseEnd outcome = CaseEnd::won;
  Date ended_on;
  std::string campaign;
  std::optional<EmployeeId> owner;
};

/// What one row says, column by column; the first thing wrong with it.
struct Wrong {
  Column column;
  std::string code;
  std::map<std::string, std::string> arguments = {};
};

Result<Places> places_of(std::vector<table::Cell> const& header) {
  Places places;
  for (std::size_t at = 0; at < header.size(); ++at) {
    auto const name = text::fold(text::trim(header[at].text));
    for (std::size_t column = 0; column < columns; ++column)
      if (name == headers[column][0] || name == headers[column][1]) places[column] = at;
  }
  for (auto needed : {counterpart, contacts, outcome, date})
    if (!places[needed])
      return Refusal::invalid("outreach.column_missing", {{"column", std::string(headers[needed][1])}, {"english", std::string(headers[needed][0])}});
  return places;
}

/// Nothing when the header is not that of a phone campaign.
std::optional<CampaignPlaces> campaign_places_of(std::vector<table::Cell> const& header) {
  auto const place_of = [&](std::string_view wanted) {
    auto const found = std::ranges::find_if(header, [&](auto const& cell) { return text::fold(text::trim(cell.text)) == wanted; });
    return found == header.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - header.begin()));
  };
  auto const touches = place_of("campaign"), end = place_of("y");
  if (!touches || !end || !place_of("duration")) return std::nullopt;
  return CampaignPlaces{*touches, *end};
}

std::string cell(std::vector<table::Cell> const& cells, std::optional<std::size_t> at) {
  return at && *at < cells.size() ? std::string(text::trim(cells[*at].text)) : std::string{};
}
std::string cell(std::vector<table::Cell> const& cells, Places const& places, Column column) { return cell(cells, places[column]); }

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::optional<CaseEnd> outcome_of(std::string const& text) {
  auto const word = text::fold(text);
  for (auto each : {"won", "yes", "成交"})
    if (word == each) return CaseEnd::won;
  for (auto each : {"abandoned", "lost", "no", "放弃", "未成交"})
    if (word == each) return CaseEnd::abandoned;
  return std::nullopt;
}

/// Names of people, each looked up once.
class Owners {
 public:
  explicit Owners(ReadContext const& ctx) : ctx_(ctx) {}
  Result<EmployeeId> called(std::string const& name) {
    auto const known = known_.find(name);
    if (known != known_.end()) return known->second;
    auto const id = TRY(org::employee_called(ctx_, name, "owner")).id;
    known_.emplace(name, id);
    return id;
  }

 private:
  ReadContext ctx_;
  std::map<std::string, EmployeeId> known_;
};

std::optional<std::int64_t> touches_in(std::string const& text) {
  auto const number = whole_number(text);
  return number && *number >= 1 && *number <= most_contacts ? number : std::nullopt;
}

Wrong wrong_contacts() { return {contacts, "field.out_of_range", {{"least", "1"}, {"most", std::to_string(most_contacts)}}}; }

class Reading {
 public:
  Reading(Context& ctx, std::vector<table::Cell> const& header, std::string_view default_campaign)
      : owners_(ctx), today_(calendar::local_date(ctx.now, ctx.actor.time_zone)), of_campaign_(campaign_places_of(header)), campaign_(default_campaign) {}

  /// What the layout needs is there.
  Result<void> begin(std::vector<table::Cell> const& header) {
    if (!of_campaign_) places_ = TRY(places_of(header));
    return {};
  }
  /// Its rows have no day of their own.
  bool is_dateless() const { return of_campaign_.has_value(); }

  std::variant<Record, Wrong> read(std::vector<table::Cell> const& cells, std::size_t row) { return of_campaign_ ? client(cells, row) : named(cells); }

 private:
  std::variant<Record, Wrong> client(std::vector<table::Cell> const& cells, std::size_t row) const {
    auto const number = touches_in(cell(cells, of_campaign_->contacts));
    if (!number) return wrong_contacts();
    auto const end = outcome_of(cell(cells, of_campaign_->outcome));
    if (!end) return Wrong{outcome, "outreach.outcome_unknown"};
    return Record{.counterpart = "#" + std::to_string(row), .contacts = *number, .outcome = *end, .ended_on = today_, .campaign = campaign_, .owner = {}};
  }

  std::variant<Record, Wrong> named(std::vector<table::Cell> const& cells) {
    Record record{.counterpart = cell(cells, places_, counterpart), .campaign = cell(cells, places_, campaign)};
    if (record.counterpart.empty()) return Wrong{counterpart, "field.required"};
    if (text::length(record.counterpart) > longest_name) return Wrong{counterpart, "field.too_long", {{"most", std::to_string(longest_name)}}};
    auto const number = touches_in(cell(cells, places_, contacts));
    if (!number) return wrong_contacts();
    auto const end = outcome_of(cell(cells, places_, outcome));
    if (!end) return Wrong{outcome, "outreach.outcome_unknown"};
    auto const day = Date::parse(cell(cells, places_, date));
    if (!day || *day > today_) return Wrong{date, "outreach.date_invalid"};
    record.contacts = *number;
    record.outcome = *end;
    record.ended_on = *day;
    if (record.campaign.empty()) record.campaign = campaign_;
    if (text::length(record.campaign) > longest_name) return Wrong{campaign, "field.too_long", {{"most", std::to_string(longest_name)}}};
    if (auto const name = cell(cells, places_, owner); !name.empty()) {
      auto const found = owners_.called(name);
      if (!found) return Wrong{owner, "org.nobody_called", {{"name", name}}};
      record.owner = *found;
    }
    return record;
  }

  Owners owners_;
  Date today_;
  std::optional<CampaignPlaces> of_campaign_;
  Places places_;
  std::string campaign_;
};

bool is_known(Context const& ctx, Record const& record) {
  return ctx.db.one<std::int64_t>(sql::outreach_known, {{"org", ctx.actor.organization}, {"campaign", record.campaign}, {"counterpart", record.counterpart}})
      .has_value();
}

/// Whether it was not there already.
bool add(Context& ctx, Record const& record) {
  return ctx.db.execute(sql::insert_outreach, {{"org", ctx.actor.organization},
                                               {"id", OutreachId::make()},
                                               {"campaign", record.campaign},
                                               {"counterpart", record.counterpart},
                                               {"contacts", record.contacts},
                                               {"outcome", record.outcome},
                                               {"ended_on", record.ended_on},
                                               {"ended_at", calendar::at(record.ended_on, TimeOfDay{12 * 60}, ctx.actor.time_zone)},
                                               {"owner", record.owner},
                                               {"now", ctx.now}}) == 1;
}

void note(OutreachReport& report, std::size_t row, Wrong wrong) {
  ++report.error_count;
  if (report.errors.size() == most_errors) return;
  report.errors.push_back({static_cast<std::int64_t>(row), std::string(headers[wrong.column][1]), std::move(wrong.code), std::move(wrong.arguments)});
}

}  // namespace

Result<OutreachReport> import_outreach(Context& ctx, std::string_view file, std::string_view default_campaign, OutreachRun run) {
  auto const table = TRY(table::open_table_view(file));
  std::vector<table::Cell> cells;
  if (!TRY(table->next(cells))) return Refusal::invalid("outreach.empty");
  Reading reading(ctx, cells, default_campaign);
  TRY(reading.begin(cells));
  OutreachReport report{.dry_run = run == OutreachRun::dry};
  std::vector<Record> records;
  while (TRY(table->next(cells))) {
    ++report.rows;
    auto read = reading.read(cells, table->row_number());
    if (auto* wrong = std::get_if<Wrong>(&read)) note(report, table->row_number(), std::move(*wrong));
    else records.push_back(std::move(std::get<Record>(read)));
  }
  if (report.error_count > 0 || run == OutreachRun::dry) return report;
  for (auto const& record : records) {
    bool const passed_over = reading.is_dateless() && is_known(ctx, record);
    ++(!passed_over && add(ctx, record) ? report.added : report.known);
  }
  if (report.added > 0)
    timeline::append(ctx, {"organization", ctx.actor.organization.uuid}, "organization.outreach_imported",
                     {{"campaign", "", std::string(default_campaign)}, {"added", "", std::to_string(report.added)}});
  return report;
}

}  // namespace zx::followup
