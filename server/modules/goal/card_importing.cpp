// Cards of many people from one sheet: read and understood first, then made in one transaction.

#include <algorithm>
#include <set>

#include "modules/goal/card_reading.hpp"
#include "platform/base/text.hpp"
#include "platform/db/database.hpp"
#include "platform/i18n/catalogue.hpp"

namespace zx::goal {
namespace card_sheet {
namespace {

constexpr std::string_view only_looked = "goal.dry_run";  // takes a dry run back; nobody sees it
constexpr std::size_t most_verdicts = 1000;
constexpr std::size_t most_errors = 1000;

/// "items.3.parent_item_id" of a card, as a place of the sheet.
CardFault fault_at(Actor const& actor, SheetCard const& card, FieldError const& error) {
  auto const words = text::split(error.path, '.');
  auto index = std::size_t{0};
  bool const is_item = words.size() > 2 && words[0] == "items";
  if (is_item) index = std::min<std::size_t>(std::stoul(std::string(words[1])), card.rows.size() - 1);
  auto const column = is_item ? column_of(words[2]) : column_of_card(words[0]);
  return {card.rows[index], std::string(word_of(column, actor.language)), error.code, error.arguments};
}

class Import {
 public:
  Import(Services& services, Actor const& actor, CardImportQuery const& query, jobs::TaskProgress* progress)
      : services_(services), actor_(actor), query_(query), progress_(progress) {}

  Result<CardImportReport> run(std::string_view content) {
    contents_ = TRY(services_.database.read([&](db::Executor& executor) {
      return read_cards(ReadContext{actor_, services_.clock.now(), executor, services_}, content, query_, [&](std::int64_t rows) { mention(rows, 0); });
    }));
    if (progress_ && progress_->cancelled()) return Refusal::conflict("goal.import_cancelled");
    auto faults = contents_.faults;
    if (faults.empty()) faults = TRY(make_cards());
    return report_on(faults);
  }

 private:
  bool is_dry_run() const { return query_.dry_run.value_or(false); }
  void mention(std::int64_t done, std::int64_t total) const {
    if (progress_) progress_->mention(done, total);
  }

  /// What kept cards from being made; then nothing is.
  Result<std::vector<CardFault>> make_cards() {
    std::vector<CardFault> faults;
    auto const made = services_.database.write([&](db::Transaction& tx) -> Result<void> {
      Context ctx{actor_, services_.clock.now(), tx, services_};
      faults.clear();  // may run again
      std::size_t rows = 0;
      for (auto const& card : contents_.cards) {
        mention(static_cast<std::int64_t>(rows), static_cast<std::int64_t>(contents_.rows.size()));
        rows += card.rows.size();
        auto const created = create_card(ctx, card.form);
        if (!created) add_refusal(faults, card, created.refusal());
      }
      if (!faults.empty() || is_dry_run()) return Refusal::conflict(std::string(only_looked));
      return {};
    });
    if (!made && made.refusal().code != only_looked) return made.refusal();
    if (progress_) progress_->report(static_cast<std::int64_t>(contents_.rows.size()), static_cast<std::int64_t>(contents_.rows.size()));
    return faults;
  }

  void add_refusal(std::vector<CardFault>& faults, SheetCard const& card, Refusal const& refusal) const {
    if (refusal.fields.empty()) faults.push_back({card.rows.front(), std::string(word_of(Column::number, actor_.language)), refusal.code, refusal.arguments});
    for (auto const& field : refusal.fields) faults.push_back(fault_at(actor_, card, field));
  }

  CardImportReport report_on(std::vector<CardFault> const& faults) const {
    CardImportReport report{
        .dry_run = is_dry_run(), .rows = static_cast<std::int64_t>(contents_.rows.size()), .people = static_cast<std::int64_t>(contents_.cards.size())};
    if (faults.empty()) report.cards = report.people;
    report.error_count = static_cast<std::int64_t>(faults.size());
    std::set<std::int64_t> wrong;
    for (auto const& fault : faults) {
      wrong.insert(fault.row);
      if (report.errors.size() < most_errors)
        report.errors.push_back({fault.row, fault.column, fault.code, services_.texts.text(actor_.language, fault.code, fault.arguments)});
    }
    for (auto const& row : contents_.rows) {
      if (report.verdicts.size() == most_verdicts) break;
      report.verdicts.push_back({row.row, row.person, row.what, wrong.contains(row.row) ? CardRowVerdict::refused : CardRowVerdict::new_goal});
    }
    return report;
  }

  Services& services_;
  Actor const& actor_;
  CardImportQuery const& query_;
  jobs::TaskProgress* progress_;
  CardSheetContents contents_;
};

}  // namespace
}  // namespace card_sheet

Result<CardImportReport> import_cards(Services& services, Actor const& actor, std::string_view content, CardImportQuery const& query,
                                      jobs::TaskProgress* progress) {
  if (!query.day.valid()) return Refusal::invalid_field("day", "field.required");
  return card_sheet::Import(services, actor, query, progress).run(content);
}

}  // namespace zx::goal
