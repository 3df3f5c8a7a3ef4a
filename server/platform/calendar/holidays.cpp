#include "platform/calendar/holidays.hpp"

#include <algorithm>

#include "platform/base/json_reader.hpp"

namespace zx::calendar {
namespace {

constexpr std::int64_t days_beyond_the_year = 31;

class HolidayFile {
 public:
  Result<HolidayYear> read(json::Value const& root) {
    refuse_unknown(root, "", {"$schema", "$id", "year", "papers", "days"});
    HolidayYear year;
    year.year = static_cast<int>(whole_year(root));
    for (auto const& paper : list(root, "papers")) year.papers.emplace_back(paper.as_string().value_or(""));
    auto const days = list(root, "days");
    for (std::size_t i = 0; i < days.size(); ++i) year.days.push_back(day(days[i], "days." + std::to_string(i) + ".", year.year));
    if (!faults_.empty()) return Refusal::invalid_fields(std::move(faults_));
    return year;
  }

 private:
  void fault(std::string path, std::string code, RefusalArguments arguments = {}) {
    faults_.push_back({std::move(path), std::move(code), std::move(arguments)});
  }

  void refuse_unknown(json::Value const& object, std::string const& path, std::vector<std::string_view> const& known) {
    for (auto const& [name, value] : object.members())
      if (std::find(known.begin(), known.end(), name) == known.end())
        fault(path + std::string(name), "calendar.holiday_key_unknown", {{"name", std::string(name)}});
  }

  std::int64_t whole_year(json::Value const& root) {
    auto const value = root.find("year");
    auto const year = value ? value->as_integer() : std::nullopt;
    if (year && *year >= 1970 && *year <= 2099) return *year;
    fault("year", "calendar.holiday_year_invalid");
    return 1970;
  }

  std::vector<json::Value> list(json::Value const& root, std::string const& name) {
    auto const value = root.find(name);
    if (value && value->is_array()) return value->items();
    fault(name, "calendar.holiday_list_expected");
    return {};
  }

  SpecialDay day(json::Value const& object, std::string const& path, int year) {
    refuse_unknown(object, path, {"name", "date", "isOffDay"});
    return {.date = date(object, path, year), .name = name(object, path), .kind = kind(object, path)};
  }

  Date date(json::Value const& object, std::string const& path, int year) {
    auto const value = object.find("date");
    auto const text = value ? value->as_string() : std::nullopt;
    auto const date = text ? Date::parse(*text) : std::nullopt;
    if (!date) {
      fault(path + "date", "calendar.holiday_date_invalid");
      return {};
    }
    auto const first = Date{year, 1, 1}.days() - days_beyond_the_year;
    auto const last = Date{year, 12, 31}.days() + days_beyond_the_year;
    if (date->days() < first || date->days() > last)
      fault(path + "date", "calendar.holiday_outside_year", {{"date", date->text()}, {"year", std::to_string(year)}});
    return *date;
  }

  std::string name(json::Value const& object, std::string const& path) {
    auto const value = object.find("name");
    if (auto const text = value ? value->as_string() : std::nullopt; text && !text->empty()) return std::string(*text);
    fault(path + "name", "calendar.holiday_name_missing");
    return {};
  }

  DayKind kind(json::Value const& object, std::string const& path) {
    auto const value = object.find("isOffDay");
    if (auto const off = value ? value->as_boolean() : std::nullopt) return *off ? DayKind::off : DayKind::working;
    fault(path + "isOffDay", "calendar.holiday_kind_missing");
    return DayKind::off;
  }

  std::vector<FieldError> faults_;
};

// Of several words about one day the last one given holds.
std::vector<SpecialDay> last_word_by_date(std::vector<SpecialDay> days) {
  std::stable_sort(days.begin(), days.end(), [](auto const& a, auto const& b) { return a.date < b.date; });
  std::vector<SpecialDay> kept;
  kept.reserve(days.size());
  for (auto& day : days) {
    if (!kept.empty() && kept.back().date == day.date) kept.pop_back();
    kept.push_back(std::move(day));
  }
  return kept;
}

bool before(SpecialDay const& day, Date date) { return day.date < date; }

}  // namespace

Result<HolidayYear> parse_holidays(std::string_view json) {
  auto const root = TRY(json::Value::parse(json));
  return HolidayFile().read(root);
}

Holidays::Holidays(std::vector<HolidayYear> years) {
  std::stable_sort(years.begin(), years.end(), [](auto const& a, auto const& b) { return a.year < b.year; });
  std::vector<SpecialDay> all;
  for (auto& year : years) {
    if (year.announced()) known_until_ = Date{year.year, 12, 31};
    std::move(year.days.begin(), year.days.end(), std::back_inserter(all));
  }
  days_ = last_word_by_date(std::move(all));
}

Holidays Holidays::with(std::vector<SpecialDay> own) const {
  auto all = days_;
  std::move(own.begin(), own.end(), std::back_inserter(all));
  Holidays combined;
  combined.days_ = last_word_by_date(std::move(all));
  combined.known_until_ = known_until_;
  return combined;
}

SpecialDay const* Holidays::find(Date date) const {
  auto const found = std::lower_bound(days_.begin(), days_.end(), date, before);
  return found != days_.end() && found->date == date ? &*found : nullptr;
}

std::span<SpecialDay const> Holidays::between(Date first, Date last) const {
  if (last < first) return {};
  auto const begin = std::lower_bound(days_.begin(), days_.end(), first, before);
  auto const end = std::lower_bound(begin, days_.end(), last.plus_days(1), before);
  return {begin, end};
}

Result<Holidays> mainland_china(std::span<std::string_view const> files) {
  std::vector<HolidayYear> years;
  for (auto const& file : files) years.push_back(TRY(parse_holidays(file)));
  return Holidays(std::move(years));
}

}  // namespace zx::calendar
