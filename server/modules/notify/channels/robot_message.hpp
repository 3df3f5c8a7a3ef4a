#pragma once
// What the group robots of WeCom, DingTalk and Feishu have in common.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace zx::notify::channels {

enum class RobotForm {
  text,
  markdown,  ///< `body` is Markdown; what people wrote goes through plain_in_markdown first
  card,      ///< `body` is Markdown, the link a button; without a link it is sent as markdown
};

struct RobotMessage {
  RobotForm form = RobotForm::markdown;
  std::string title;
  std::string body;
  std::string link;       ///< empty: none
  std::string link_text;  ///< of the button
  bool mention_everyone = false;
  std::vector<std::string> mention_mobiles;   ///< WeCom (text only) and DingTalk
  std::vector<std::string> mention_user_ids;  ///< the platform's own: WeCom userid, DingTalk userid, Feishu open_id
};

/// At most `bytes` bytes, ending in "…" where something is missing, never in half a character.
std::string cut_to_bytes(std::string_view text, std::size_t bytes);
std::string cut_to_characters(std::string_view text, std::size_t characters);

/// What a person wrote, so that it neither formats nor calls anybody ("<@all>", "<at id=all>", "[x](y)", "**").
std::string plain_in_markdown(std::string_view text);

/// The same line by line; `line_break` is what the platform takes for one.
std::string plain_lines_in_markdown(std::string_view text, std::string_view line_break);

/// Title, body and link below each other; the body gives way where it would be more than `bytes`.
std::string as_text(RobotMessage const& message, std::size_t bytes);
/// The same with a bold title and a link with its text; `tail` (mentions) is kept whole.
std::string as_markdown(RobotMessage const& message, std::string_view tail, std::size_t bytes);

/// The last part of a pasted address, or the pasted text itself when it is no address: people paste either.
/// `path` is what stands before the key ("/open-apis/bot/v2/hook/" or "/robot/send?access_token="). Empty when it is neither.
struct PastedKey {
  std::string origin;  ///< "https://host[:port]"; empty when only the key was pasted
  std::string key;
};
PastedKey read_pasted_key(std::string_view pasted, std::string_view path);

}  // namespace zx::notify::channels
