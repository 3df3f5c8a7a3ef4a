#pragma once
// Why the demo company does what it does, and how: what briefs say.

#include "app/demo/story.hpp"

namespace zx::app::demo {

/// Fills in what the story itself does not say, by what it is about.
void explain(Story& story);

}  // namespace zx::app::demo
