// Importing people. All rows are one transaction, which a dry run and a refused import take back: what the report says would happen
// is what did happen.

#include <algorithm>
#include <set>

#include "modules/org/people.hpp"
#include "modules/org/people_rows.hpp"
#include "modules/org/positions.hpp"
#include "modules/org/sql.hpp"
#include "platform/base/text.hpp"
#include "platform/db/database.hpp"
#include "platform/i18n/catalogue.hpp"

namespace zx::org::sheet {
namespace {

constexpr std::size_t most_verdicts = 500;
constexpr std::size_t most_errors = 1000;
constexpr std::string_view taken_back = "people.taken_back";

/// What a refusal's field is called in the sheet.
std::string column_of(std::string_view path) {
  for (auto [word, field] : {std::pair{"number", Field::number},
                             {"name", Field::name},
                             {"pinyin", Field::pinyin},
                             {"department", Field::department},
                             {"department_id", Field::department},
                             {"position", Field::position},
                             {"supervisor", Field::supervisor},
                             {"supervisor_id", Field::supervisor},
                             {"phone", Field::phone},
                             {"email", Field::email},
                             {"entry_date", Field::entry_date}})
    if (path == word) return std::string(word_of(field));
  return {};
}

/// "工程部 / 水电班" → its names, from above
std::vector<std::string> path_in(std::string_view typed) {
  std::vector<std::string> names;
  for (auto part : text::split(typed, '/'))
    if (auto name = text::trim(part); !name.empty()) names.emplace_back(name);
  return names;
}

std::string joined(std::vector<std::string> const& names) {
  std::string all;
  for (auto const& name : names) all += (all.empty() ? "" : "/") + name;
  return all;
}

class PeopleImport {
 public:
  PeopleImport(Context const& ctx, PeopleImportOptions const& options, Sheet& sheet, std::set<std::int64_t> const& left_out, PeopleImportReport& report)
      : ctx_(ctx), options_(options), sheet_(sheet), left_out_(left_out), report_(report) {}

  void run() {
    for (auto const& fault : sheet_.header_faults) add_error(fault);
    if (!sheet_.header_faults.empty()) return;
    for (auto& department : departments(ctx_))
      if (!department.closed) known_departments_.push_back(std::move(department));
    std::vector<PersonVerdict> verdicts;
    for (auto& line : sheet_.lines) verdicts.push_back(left_out_.contains(line.row) ? PersonVerdict::refused : write(line));
    // Somebody's supervisor may stand further down.
    for (std::size_t i = 0; i < sheet_.lines.size(); ++i)
      if (waiting_.contains(sheet_.lines[i].row) && !put_under(sheet_.lines[i])) verdicts[i] = PersonVerdict::refused;
    for (std::size_t i = 0; i < sheet_.lines.size(); ++i) add_verdict(sheet_.lines[i], verdicts[i]);
  }

 private:
  PersonVerdict write(Line& line) {
    if (!line.faults.empty()) return PersonVerdict::refused;
    auto written = write_checked(line);
    if (written) return *written;
    note(line, written.refusal());
    return PersonVerdict::refused;
  }

  Result<PersonVerdict> write_checked(Line const& line) {
    auto const number = line.text(Field::number);
    if (!numbers_.emplace(number, line.row).second)
      return Refusal::invalid_field("number", "people.number_repeated", {{"row", std::to_string(numbers_[number])}});
    auto const department = TRY(department_of(line));
    auto const position = TRY(position_of(line));
    auto const supervisor = supervisor_of(line);
    auto const known = find_number(number);
    return known ? change(line, *known, department, position, supervisor) : add(line, department, position, supervisor);
  }

  std::optional<EmployeeId> find_number(std::string const& number) const {
    db::Composed statement(sql::briefs);
    statement += sql::of_number;
    auto found = ctx_.db.all<EmployeeBrief>(statement, {{"org", ctx_.actor.organization}, {"today", today_of(ctx_)}, {"number", number}});
    return found.empty() ? std::nullopt : std::optional(found.front().id);
  }

  Result<PersonVerdict> add(Line const& line, std::optional<DepartmentId> department, std::optional<PositionId> position,
                            std::optional<EmployeeId> supervisor) {
    TRY(add_employee(ctx_, {.number = line.text(Field::number),
                            .name = line.text(Field::name),
                            .pinyin = said(line, Field::pinyin),
                            .department_id = department,
                            .position_id = position,
                            .supervisor_id = supervisor,
                            .phone = said(line, Field::phone),
                            .email = said(line, Field::email),
                            .entry_date = line.entry_date}));
    return PersonVerdict::new_person;
  }

  Result<PersonVerdict> change(Line const& line, EmployeeId id, std::optional<DepartmentId> department, std::optional<PositionId> position,
                               std::optional<EmployeeId> supervisor) {
    auto const before = TRY(show_employee(ctx_, id));
    EmployeePatch patch;
    bool any = false;
    auto set = [&](auto& target, auto const& was, auto const& value) {
      if (!value || was == value) return;
      target = *value;
      any = true;
    };
    if (line.text(Field::name) != before.name) patch.name = line.text(Field::name), any = true;
    set(patch.pinyin, std::optional(before.pinyin), said(line, Field::pinyin));
    set(patch.department_id, before.department_id, department);
    set(patch.position_id, before.position_id, position);
    set(patch.supervisor_id, before.supervisor_id, supervisor);
    set(patch.phone, before.phone, said(line, Field::phone));
    set(patch.email, before.email, said(line, Field::email));
    set(patch.entry_date, before.entry_date, line.entry_date);
    if (!any) return PersonVerdict::known_person;
    TRY(change_employee(ctx_, id, before.version, patch));
    return PersonVerdict::changed_person;
  }

  static std::optional<std::string> said(Line const& line, Field field) {
    auto text = line.text(field);
    return text.empty() ? std::nullopt : std::optional(std::move(text));
  }

  // ---- Departments and positions ----

  Result<std::optional<DepartmentId>> department_of(Line const& line) {
    auto const path = path_in(line.text(Field::department));
    if (path.empty()) return std::optional<DepartmentId>{};
    std::vector<DepartmentId> found;
    for (auto const& known : known_departments_)
      if (ends_with(known.path, path)) found.push_back(known.id);
    if (found.size() == 1) return std::optional(found.front());
    if (found.size() > 1) return Refusal::invalid_field("department", "people.department_ambiguous", {{"name", joined(path)}});
    if (!options_.make_departments) return Refusal::invalid_field("department", "people.department_unknown", {{"name", joined(path)}});
    return std::optional(TRY(make_department(path)));
  }

  static bool ends_with(std::vector<std::string> const& whole, std::vector<std::string> const& end) {
    return whole.size() >= end.size() && std::equal(end.rbegin(), end.rend(), whole.rbegin());
  }

  /// What is missing of the path, from above.
  Result<DepartmentId> make_department(std::vector<std::string> const& path) {
    std::optional<DepartmentId> parent;
    std::vector<std::string> so_far;
    for (auto const& name : path) {
      so_far.push_back(name);
      auto found = std::ranges::find_if(
          known_departments_, [&](auto const& known) { return known.name == name && (parent ? known.parent_id == parent : ends_with(known.path, so_far)); });
      if (found != known_departments_.end()) {
        parent = found->id;
        continue;
      }
      parent = TRY(add_department(ctx_, {.name = name, .parent_id = parent, .manager_id = {}}));
      known_departments_.push_back(TRY(show_department(ctx_, *parent)));
      report_.new_departments.push_back(joined(so_far));
    }
    return *parent;
  }

  Result<std::optional<PositionId>> position_of(Line const& line) {
    auto const name = line.text(Field::position);
    if (name.empty()) return std::optional<PositionId>{};
    if (auto found = ctx_.db.one<PositionId>(sql::position_called, {{"org", ctx_.actor.organization}, {"name", name}})) return std::optional(*found);
    if (!options_.make_positions) return Refusal::invalid_field("position", "people.position_unknown", {{"name", name}});
    auto const made = TRY(add_position(ctx_, {name})).id;
    report_.new_positions.push_back(name);
    return std::optional(made);
  }

  // ---- Supervisors ----

  /// Nobody yet when they may still come.
  std::optional<EmployeeId> supervisor_of(Line const& line) {
    auto const who = line.text(Field::supervisor);
    if (who.empty()) return std::nullopt;
    auto found = employee_called(ctx_, who, "supervisor");
    if (found && found->number != line.text(Field::number)) return found->id;
    waiting_.insert(line.row);
    return std::nullopt;
  }

  bool put_under(Line& line) {
    auto done = [&]() -> Result<void> {
      auto const supervisor = TRY(employee_called(ctx_, line.text(Field::supervisor), "supervisor")).id;
      auto const id = find_number(line.text(Field::number));
      if (!id) return {};  // refused itself, and said so
      auto const before = TRY(show_employee(ctx_, *id));
      if (before.supervisor_id == supervisor) return {};
      return change_employee(ctx_, *id, before.version, {.supervisor_id = supervisor});
    }();
    if (!done) note(line, done.refusal());
    return done.ok();
  }

  // ---- What is told ----

  void note(Line& line, Refusal const& refusal) {
    if (refusal.fields.empty()) line.faults.push_back({line.row, "", refusal.code, refusal.arguments});
    for (auto const& field : refusal.fields) line.faults.push_back({line.row, column_of(field.path), field.code, field.arguments});
  }

  void add_verdict(Line const& line, PersonVerdict verdict) {
    report_.rows += 1;
    report_.added += verdict == PersonVerdict::new_person;
    report_.changed += verdict == PersonVerdict::changed_person;
    report_.skipped += verdict == PersonVerdict::known_person;
    if (report_.verdicts.size() < most_verdicts) report_.verdicts.push_back({line.row, line.text(Field::name), verdict});
    for (auto const& fault : line.faults) add_error(fault);
  }

  void add_error(Fault const& fault) {
    report_.error_count += 1;
    if (report_.errors.size() >= most_errors) return;
    report_.errors.push_back({fault.row, fault.column, fault.code, ctx_.services.texts.text(ctx_.actor.language, fault.code, fault.arguments)});
  }

  Context const& ctx_;
  PeopleImportOptions const& options_;
  Sheet& sheet_;
  std::set<std::int64_t> const& left_out_;  ///< rows known to be wrong
  PeopleImportReport& report_;
  std::vector<DepartmentView> known_departments_;
  std::map<std::string, std::int64_t> numbers_;  ///< of the file: number → row
  std::set<std::int64_t> waiting_;               ///< rows whose supervisor was not found yet
};

/// One go through the sheet; `keeps` decides by the report whether it stays.
template <class Keeps>
Result<PeopleImportReport> go_through(Services& services, Actor const& actor, PeopleImportOptions const& options, Sheet& sheet,
                                      std::set<std::int64_t> const& left_out, Keeps keeps) {
  PeopleImportReport report;
  auto const as_read = sheet;
  auto written = services.database.write([&](db::Transaction& tx) -> Result<void> {
    // A transaction may be tried again from its beginning.
    report = {.dry_run = options.dry_run};
    sheet = as_read;
    Context const ctx{actor, services.clock.now(), tx, services};
    PeopleImport(ctx, options, sheet, left_out, report).run();
    if (!keeps(report)) return Refusal::conflict(std::string(taken_back));
    return {};
  });
  if (!written && written.refusal().code != taken_back) return written.refusal();
  return report;
}

}  // namespace

Result<PeopleImportReport> import_people(Services& services, Actor const& actor, std::string_view content, PeopleImportOptions const& options) {
  auto sheet = TRY(read_sheet(content));
  bool kept = false;
  auto report =
      TRY(go_through(services, actor, options, sheet, {}, [&](PeopleImportReport const& found) { return kept = !options.dry_run && found.error_count == 0; }));
  if (options.dry_run || kept) return report;
  bool const skips = options.on_error == PeopleOnError::skip_bad_rows && sheet.header_faults.empty();
  if (!skips) {
    report.added = report.changed = 0;
    report.new_departments.clear();
    report.new_positions.clear();
    return report;
  }
  std::set<std::int64_t> bad;
  for (auto const& line : sheet.lines)
    if (!line.faults.empty()) bad.insert(line.row);
  return go_through(services, actor, options, sheet, bad, [](PeopleImportReport const&) { return true; });
}

}  // namespace zx::org::sheet
