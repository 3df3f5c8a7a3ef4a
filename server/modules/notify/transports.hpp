#pragma once
// What carries a message outside, and what became of it. The worker knows only this.

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "modules/notify/notify.hpp"

namespace zx::notify {

struct MessageFile {
  std::string name;
  std::string content_type;
  std::string bytes;
};

struct Message {
  Channel channel = Channel::email;
  std::string event;  ///< an Occasion's, or for webhooks the event of the module below
  std::string to;     ///< address; of a group its name
  std::string to_name;
  std::string subject;
  std::string text;        ///< for webhooks the event's JSON
  std::string html = {};   ///< of an e-mail, beside its text; empty = none
  std::string link;        ///< empty = none
  std::string path = {};   ///< the same without our own address; empty = none
  std::string message_id;  ///< "zx.<hex>", the same whenever this message is sent again
  Instant at;
  std::string language;
  Settings values;                      ///< for SMS templates, which take values instead of texts
  std::vector<MessageFile> files = {};  ///< of an e-mail
  std::string unsubscribe_url = {};     ///< of an e-mail; empty = none
};

/// An account with its secrets, for the time it takes to send; of push the browser itself.
struct Account {
  AccountId id;
  Channel channel = Channel::email;
  std::string name;
  Settings settings;
  Settings secrets;

  std::string setting(std::string const& key) const;
  std::string secret(std::string const& key) const;
  bool operator==(Account const&) const = default;
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
  bool address_is_gone = false;  ///< of a browser: it will never be reached there again
};

class Sender {
 public:
  virtual ~Sender() = default;
  /// Blocks for at most a minute; never inside a transaction. Throws only for bugs.
  virtual Outcome send(Account const& account, Message const& message) = 0;
  /// One that keeps its connections from message to message, for one thread and not for long; null: it would gain nothing.
  virtual std::shared_ptr<Sender> keeping_connections() { return nullptr; }
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
