#pragma once
// What became of the letters and messages that left about a thing. Private to notify.

#include "modules/notify/notify.hpp"
#include "platform/http/routes.hpp"

namespace zx::notify {

struct PostedView {
  Uuid source;  ///< the letter, the message or the link it carried
  std::string event;
  std::string to;  ///< address
  DeliveryState state = DeliveryState::waiting;
  std::string answer;  ///< of the other side, or why it was not sent; in the actor's language where the words are ours
  std::optional<Instant> sent_at;
};
BOOST_DESCRIBE_STRUCT(PostedView, (), (source, event, to, state, answer, sent_at))

/// By e-mail, oldest first; whoever sees the thing.
Result<std::vector<PostedView>> posted_of(ReadContext const& ctx, Uuid subject);

void posted_routes(http::Routes& routes);

}  // namespace zx::notify
