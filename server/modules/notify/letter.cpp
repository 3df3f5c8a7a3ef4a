#include "modules/notify/letter.hpp"

#include <vector>

#include "platform/base/text.hpp"

namespace zx::notify {
namespace {

constexpr std::string_view bullet = "· ";

std::string escaped(std::string_view text) {
  std::string safe;
  safe.reserve(text.size() + text.size() / 8);
  for (char c : text) {
    switch (c) {
      case '&': safe += "&amp;"; break;
      case '<': safe += "&lt;"; break;
      case '>': safe += "&gt;"; break;
      case '"': safe += "&quot;"; break;
      case '\'': safe += "&#39;"; break;
      default: safe += c;
    }
  }
  return safe;
}

bool is_item(std::string_view line) { return line.starts_with(bullet); }

std::string list_of(std::vector<std::string_view> const& lines) {
  std::string html = "<ul style=\"margin:0 0 16px;padding-left:20px\">";
  for (auto line : lines) html += "<li style=\"margin:4px 0\">" + escaped(line.substr(bullet.size())) + "</li>";
  return html + "</ul>";
}

std::string paragraph_of(std::vector<std::string_view> const& lines) {
  std::string html;
  for (auto line : lines) html += (html.empty() ? "" : "<br>") + escaped(line);
  return "<p style=\"margin:0 0 16px\">" + html + "</p>";
}

/// Runs of lines of one sort.
std::string blocks_of(std::string_view text) {
  std::string html;
  std::vector<std::string_view> lines;
  auto close = [&] {
    if (!lines.empty()) html += is_item(lines.front()) ? list_of(lines) : paragraph_of(lines);
    lines.clear();
  };
  for (auto line : text::split(text, '\n')) {
    if (text::trim(line).empty() || (!lines.empty() && is_item(lines.front()) != is_item(line))) close();
    if (!text::trim(line).empty()) lines.push_back(line);
  }
  close();
  return html;
}

std::string button_of(Letter const& letter) {
  bool const leads_somewhere = letter.link.starts_with("https://") || letter.link.starts_with("http://");
  if (!leads_somewhere) return {};
  return "<p style=\"margin:24px 0 8px\"><a class=\"zx-button\" href=\"" + escaped(letter.link) +
         "\" style=\"display:inline-block;padding:10px 22px;border-radius:8px;background:#2f4a9e;color:#ffffff;font-weight:600;text-decoration:none\">" +
         escaped(letter.link_text) + "</a></p>";
}

/// Most programs read the styles at the elements; those that can be dark read this too.
constexpr std::string_view dark_styles =
    "<style>@media (prefers-color-scheme:dark){.zx-page{background:#121418!important}.zx-card{background:#1a1d23!important;border-color:#2a2e36!important;"
    "color:#e6e7ea!important}.zx-foot{color:#9a9fab!important;border-color:#2a2e36!important}.zx-button{background:#9db0f5!important;color:#11151f!important}}"
    "</style>";

constexpr std::string_view font = "font-family:system-ui,-apple-system,'Segoe UI','PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif";

}  // namespace

std::string html_of(Letter const& letter) {
  std::string html = "<!doctype html>\n<html lang=\"" + std::string(letter.language == "en" ? "en" : "zh-CN") +
                     "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light "
                     "dark\"><title>" +
                     escaped(letter.heading) + "</title>" + std::string(dark_styles) + "</head>\n";
  html +=
      "<body class=\"zx-page\" style=\"margin:0;padding:0;background:#f6f6f4\"><table class=\"zx-page\" role=\"presentation\" width=\"100%\" "
      "cellspacing=\"0\" cellpadding=\"0\" style=\"background:#f6f6f4\"><tr><td align=\"center\" style=\"padding:24px 12px\">\n";
  html +=
      "<table class=\"zx-card\" role=\"presentation\" width=\"100%\" cellspacing=\"0\" cellpadding=\"0\" style=\"max-width:560px;background:#ffffff;"
      "border:1px solid #e9e9e6;border-radius:12px;color:#1c1f26;font-size:15px;line-height:1.6;" +
      std::string(font) + "\"><tr><td style=\"padding:28px\">\n";
  if (!letter.heading.empty()) html += "<h1 style=\"margin:0 0 16px;font-size:19px;line-height:1.4\">" + escaped(letter.heading) + "</h1>\n";
  if (!letter.greeting.empty()) html += paragraph_of({letter.greeting});
  html += blocks_of(letter.body) + "\n" + button_of(letter);
  if (!letter.foot.empty())
    html += "<div class=\"zx-foot\" style=\"margin-top:24px;padding-top:16px;border-top:1px solid #e9e9e6;color:#636876;font-size:13px\">" +
            blocks_of(letter.foot) + "</div>";
  return html + "\n</td></tr></table></td></tr></table></body></html>\n";
}

}  // namespace zx::notify
