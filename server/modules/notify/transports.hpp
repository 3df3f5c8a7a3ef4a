#pragma once
// What carries a message outside, and what became of it. The worker knows only this.

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "modules/notify/notify.hpp"

namespace zx::notify {

struct Message {
  Channel channel = Channel::email;
  std::string event;  ///< an Occasion's, or for webhooks the event of the module below
  std::string to;     ///< address; of a group its name
  std::string to_name;
  std::string subject;
  std::string text;        ///< for webhooks the event's JSON
  std::string link;        ///< empty = none
  std::string message_id;  ///< "zx.<hex>", the same whenever this message is sent again
  Instant at;
  std::string language;
  Settings values;  ///< for SMS templates, which take values instead of texts
};

/// An account with its secrets, for the time of one sending.
struct Account {
  AccountId id;
  Channel channel = Channel::email;
  std::string name;
  Settings settings;
  Settings secrets;

  std::string setting(std::string const& key) const;
  std::string secret(std::string const& key) const;
};

struct Outcome {
  enum class What {
    delivered,
    refused,    ///< for good, for this message or address
    later,      ///< certainly not delivered
    ambiguous,  ///< nobody knows whether it arrived
  };
  enum class Blame {
    message,           ///< this one message or address
    account,           ///< unreachable or busy: the breaker counts it
    account_for_good,  ///< key or password wrong, robot removed: somebody has to mend it
  };
  What what = What::delivered;
  std::string answer;              ///< of the other side, without anything secret
  std::optional<Instant> at = {};  ///< for `later`: not before this
  Blame blame = Blame::message;
};

class Sender {
 public:
  virtual ~Sender() = default;
  /// Blocks for at most a minute; never inside a transaction. Throws only for bugs.
  virtual Outcome send(Account const& account, Message const& message) = 0;
};

/// This process's senders, one per channel; the real ones until somebody puts others in.
class Senders {
 public:
  Senders();
  std::shared_ptr<Sender> of(Channel channel) const;
  void put(Channel channel, std::shared_ptr<Sender> sender);

 private:
  mutable std::mutex mutex_;
  std::map<Channel, std::shared_ptr<Sender>> senders_;
};

Senders& senders_of(Services& services);

/// The real ones (transports.cpp).
std::map<Channel, std::shared_ptr<Sender>> real_senders();

}  // namespace zx::notify
