#include "platform/pdf/page_plan.hpp"

#include <algorithm>
#include <numeric>

namespace zx::pdf {
namespace {

constexpr double kShortSide = 595.276;  // A4
constexpr double kLongSide = 841.89;
constexpr double kNarrowestInCharacters = 4.5;
constexpr double kGap = 6;

double narrowest(Styles const& styles) { return styles.body.size * kNarrowestInCharacters + 2 * kPadding; }

/// Widths by share, but no column narrower than its text can bear; what that costs the others give up.
std::vector<double> widths_of(std::vector<TableColumn> const& columns, std::vector<std::size_t> const& chosen, double total, double least) {
  auto const share = [&](std::size_t column) { return std::max(columns[column].share, 0.01); };
  double shares = 0;
  for (auto const column : chosen) shares += share(column);
  std::vector<double> widths;
  double above_least = 0;
  for (auto const column : chosen) {
    widths.push_back(std::max(least, total * share(column) / shares));
    above_least += widths.back() - least;
  }
  auto const excess = std::accumulate(widths.begin(), widths.end(), 0.0) - total;
  for (auto& width : widths) width -= above_least > 0 ? excess * (width - least) / above_least : 0;
  return widths;
}

std::vector<Band> bands_of(TableDocument const& document, double total, double least) {
  auto const count = document.columns.size();
  auto const fitting = std::max<std::size_t>(1, static_cast<std::size_t>(total / least));
  auto const keys = std::min({document.key_columns, count, fitting - 1});
  std::vector<Band> bands;
  for (std::size_t next = 0; next < count || bands.empty();) {
    Band band;
    if (!bands.empty())
      for (std::size_t key = 0; key < keys; ++key) band.columns.push_back(key);
    while (next < count && band.columns.size() < fitting) band.columns.push_back(next++);
    band.widths = widths_of(document.columns, band.columns, total, least);
    bands.push_back(std::move(band));
  }
  return bands;
}

std::size_t lines_of(std::vector<std::string> const& cells, Band const& band, TextStyle const& style, Canvas& measure) {
  std::size_t most = 1;
  for (std::size_t i = 0; i < band.columns.size(); ++i) {
    if (band.columns[i] < cells.size()) most = std::max(most, measure.count_lines(cells[band.columns[i]], band.widths[i] - 2 * kPadding, style));
  }
  return most;
}

double head_height(TableDocument const& document, Styles const& styles, double width, Canvas& measure) {
  auto const text_width = width - (document.qr_text.empty() ? 0 : 2 * kQrSize);
  double height = styles.title.line_height() * static_cast<double>(measure.count_lines(document.title, text_width, styles.title));
  for (auto const& line : document.subtitles) height += styles.body.line_height() * static_cast<double>(measure.count_lines(line, text_width, styles.body));
  if (!document.qr_text.empty()) height = std::max(height, kQrSize);
  return height > 0 ? height + kGap : 0;
}

/// Fills the pages of one band front to back.
class Filling {
 public:
  Filling(PagePlan& plan, std::size_t band, Styles const& styles) : plan_(plan), band_(band), styles_(styles) { start_page(); }

  void add(std::size_t row, std::size_t lines) {
    if (height_of(lines) > left_ && height_of(lines) <= whole_page()) start_page();
    for (std::size_t first = 0; first < lines;) {
      auto const fitting = fitting_lines();
      if (fitting == 0) {
        start_page();
        continue;
      }
      auto const taken = std::min(fitting, lines - first);
      plan_.pages.back().slices.push_back({row, first, taken, height_of(taken)});
      left_ -= height_of(taken);
      first += taken;
    }
  }

  void add_signatures() {
    if (left_ < kSignatureHeight + kGap) start_page();
    plan_.pages.back().has_signatures = true;
  }

 private:
  double height_of(std::size_t lines) const { return static_cast<double>(lines) * styles_.body.line_height() + 2 * kPadding; }
  double page_room() const { return plan_.footer_top(styles_.footer) - kGap - kMargin - header_height(plan_, band_, styles_); }
  /// A page holds one line at least, or a header that fills the page would never end.
  double whole_page() const { return std::max(page_room(), height_of(1)); }

  std::size_t fitting_lines() const {
    auto const room = left_ - 2 * kPadding + 0.01;
    return room < styles_.body.line_height() ? 0 : static_cast<std::size_t>(room / styles_.body.line_height());
  }

  void start_page() {
    bool const first = plan_.pages.empty() || plan_.pages.back().band != band_;
    plan_.pages.push_back({.band = band_, .has_head = first && band_ == 0});
    left_ = whole_page();
    if (!plan_.pages.back().has_head) return;
    left_ -= plan_.head_height;
  }

  PagePlan& plan_;
  std::size_t band_;
  Styles const& styles_;
  double left_ = 0;
};

}  // namespace

Styles::Styles(double size) {
  body.size = std::clamp(size, 5.0, 24.0);
  header = {body.size, true, Align::center};
  title = {body.size * 1.8, true, Align::center};
  footer = {body.size * 0.9, false, Align::left};
}

double header_height(PagePlan const& plan, std::size_t band, Styles const& styles) {
  return static_cast<double>(plan.header_lines[band]) * styles.header.line_height() + 2 * kPadding;
}

PagePlan plan_pages(TableDocument const& document, Styles const& styles, Canvas& measure) {
  PagePlan plan;
  bool const landscape = document.orientation == Orientation::landscape;
  plan.width = landscape ? kLongSide : kShortSide;
  plan.height = landscape ? kShortSide : kLongSide;
  plan.bands = bands_of(document, plan.body_width(), narrowest(styles));
  plan.head_height = std::min(head_height(document, styles, plan.body_width(), measure), plan.height / 2);
  std::vector<std::string> headers;
  for (auto const& column : document.columns) headers.push_back(column.header);
  auto const most_header_lines = static_cast<std::size_t>(plan.height / 4 / styles.header.line_height());
  for (auto const& band : plan.bands) plan.header_lines.push_back(std::min(most_header_lines, lines_of(headers, band, styles.header, measure)));
  for (std::size_t band = 0; band < plan.bands.size(); ++band) {
    Filling filling(plan, band, styles);
    for (std::size_t row = 0; row < document.rows.size(); ++row) filling.add(row, lines_of(document.rows[row].cells, plan.bands[band], styles.body, measure));
    if (band + 1 == plan.bands.size() && !document.signatures.empty()) filling.add_signatures();
  }
  return plan;
}

}  // namespace zx::pdf
