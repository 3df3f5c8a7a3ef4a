#include "modules/work/sheet_printing.hpp"

#include <algorithm>

#include "modules/work/sheet_items.hpp"
#include "platform/calendar/zone.hpp"
#include "platform/db/database.hpp"
#include "platform/i18n/catalogue.hpp"
#include "platform/pdf/table_document.hpp"

namespace zx::work::sheet {
namespace {

constexpr std::size_t most_printed = 3000;  // some 500 pages
constexpr std::size_t lines_of_empty_form = 16;

Moment next_said(followup::SheetFollowUp const& follow_up) { return {follow_up.next_follow_up_at, follow_up.written_next.value_or("")}; }

class Form {
 public:
  Form(Services& services, Actor const& actor) : services_(services), actor_(actor), style_{.zone = actor.time_zone} {
    document_.shading = pdf::GroupShading::alternating;
    auto const now = services.clock.now();
    auto const today = calendar::local_date(now, actor.time_zone).text();
    document_.title = text("sheet.print.title");
    document_.subtitles = {organization_name(services, actor), text("sheet.print.date", {{"date", today}})};
    document_.columns = {{text("sheet.print.item"), 2.4},
                         {text("sheet.print.start"), 1.1, pdf::Align::center},
                         {text("sheet.print.due"), 1.1, pdf::Align::center},
                         {text("sheet.print.at"), 1.1, pdf::Align::center},
                         {text("sheet.print.finding"), 3},
                         {text("sheet.print.solution"), 3},
                         {text("sheet.print.next"), 1.1, pdf::Align::center}};
    document_.signatures = {text("sheet.print.made_by"), text("sheet.print.checked_by"), text("sheet.print.approved_by")};
    document_.footers = {text("sheet.print.printed", {{"date", today}, {"time", calendar::local_time(now, actor.time_zone).text()}, {"name", actor.name}})};
    document_.page_label = text("sheet.print.page");
    document_.created = now;
  }

  void add(SheetItem const& item, std::vector<followup::SheetFollowUp> const& follow_ups) {
    ++group_;
    auto lines = std::max<std::size_t>(1, follow_ups.size());
    for (std::size_t i = 0; i < lines; ++i) {
      bool took_place = i < follow_ups.size();
      auto next = took_place ? next_said(follow_ups[i]) : item.first_time;  // else a first follow-up that is only planned
      add_line({i == 0 ? item.title : "", i == 0 ? text_of(item.start) : "", i == 0 ? text_of(item.due) : "",
                took_place ? text_of(group_time(item, follow_ups, i)) : "", took_place ? follow_ups[i].finding : "",
                took_place ? follow_ups[i].solution.value_or("") : "", text_of(next)});
    }
  }

  void add_empty_lines(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i, ++group_) add_line({});
  }

  std::string pdf() const { return pdf::render_table_pdf(document_); }

 private:
  std::string text(std::string_view code, RefusalArguments const& arguments = {}) const { return services_.texts.text(actor_.language, code, arguments); }
  std::string text_of(Moment const& moment) const { return cell_of(moment, style_).text; }
  void add_line(std::vector<std::string> cells) { document_.rows.push_back({std::move(cells), group_}); }

  Services& services_;
  Actor const& actor_;
  MomentStyle style_;
  pdf::TableDocument document_;
  int group_ = 0;
};

}  // namespace

Result<std::string> print_sheet(Services& services, Actor const& actor, ListQuery const& query, jobs::TaskProgress* progress) {
  auto selected = select_items(services, actor, query, most_printed);
  if (!selected && selected.refusal().code == "sheet.export_too_large")
    return Refusal::of(RefusalKind::too_large, "sheet.print_too_large", selected.refusal().arguments);
  if (!selected) return std::move(selected).refusal();
  Form form(services, actor);
  TRY(each_item(services, actor, *selected, progress, [&](auto const& item, auto const& follow_ups) -> Result<void> {
    form.add(item, follow_ups);
    return {};
  }));
  return form.pdf();
}

std::string empty_form(Services& services, Actor const& actor) {
  Form form(services, actor);
  form.add_empty_lines(lines_of_empty_form);
  return form.pdf();
}

}  // namespace zx::work::sheet
