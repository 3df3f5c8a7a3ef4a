#include "modules/work/kinds_api.hpp"

#include <algorithm>

#include "modules/work/work.hpp"

namespace zx::work {
namespace {

Result<http::Page<KindView>> all_kinds(ReadContext const& ctx, http::Call const&) { return http::Page<KindView>{*kinds_of(ctx), {}, {}}; }

Result<http::Page<KindView>> open_kinds(ReadContext const& ctx, http::Call const&) {
  auto kinds = *kinds_of(ctx);
  std::erase_if(kinds, [](auto const& kind) { return kind.closed_at.has_value(); });
  return http::Page<KindView>{std::move(kinds), {}, {}};
}

Result<KindView> post_kind(Context& ctx, http::Call const&, NewKindForm const& form) { return add_kind(ctx, form); }

Result<KindView> patch_kind(Context& ctx, http::Call const& call, KindPatch const& patch) {
  return change_kind(ctx, call.argument("code"), TRY(call.version()), patch);
}

}  // namespace

void kind_routes(http::Routes& routes) {
  using http::needs;
  routes.get("/api/v1/work-item-kinds", http::signed_in(), "The kinds that new work items may have.", &open_kinds);
  routes.get("/api/v1/kinds", http::signed_in(), "All kinds of work items, closed ones too.", &all_kinds);
  routes.post("/api/v1/kinds", needs(org::permissions::manage_configuration), "Add a kind.", &post_kind);
  routes.patch("/api/v1/kinds/{code}", needs(org::permissions::manage_configuration), "Change a kind, close it or open it again.", &patch_kind);
}

}  // namespace zx::work
