#pragma once
// From a request to a reply: match, authenticate, check the permission, run the handler in its transaction, turn the
// result (or a refusal, or an exception) into HTTP. The only caller of handlers.

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "platform/http/rate_limit.hpp"
#include "platform/http/routes.hpp"

namespace zx::http {

/// Who makes the request: null when nobody is signed in; a refusal when the attempt is to be answered at once (a
/// session cookie on a write without the X-Requested-With header, a revoked token).
using Authenticate = std::function<Result<std::shared_ptr<Actor const>>(Services&, Request const&)>;

/// Told once per finished request, for metrics and the access log.
using Observe = std::function<void(Request const&, std::string_view route, int status, double seconds)>;

class Router {
 public:
  /// `allowance` is what one person may ask for, or one address where nobody is signed in; none = without limit.
  Router(Services& services, Routes const& routes, Authenticate authenticate, Observe observe = {}, std::optional<Allowance> allowance = {});
  ~Router();
  /// Never throws; an exception inside becomes a 500 problem with the request id and is logged.
  Reply handle(Request const& request) const;
  /// The problem document for a refusal found before routing, in the request's language.
  Reply refuse(Refusal const& refusal, Request const& request) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// The OpenAPI 3.1 document of the routes below `/api/v1`.
std::string openapi(Routes const& routes, std::string_view version);

}  // namespace zx::http
