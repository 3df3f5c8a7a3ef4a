#include "platform/timeline/chain.hpp"

#include "platform/auth/digest.hpp"

namespace zx::timeline {
namespace {

constexpr std::size_t hash_size = 32;

void write_field(std::string& form, std::string_view text) {
  form += std::to_string(text.size());
  form += ':';
  form += text;
  form += ',';
}

}  // namespace

Hash no_hash() { return Hash(hash_size, 0); }

std::string canonical_form(Entry const& entry) {
  std::string form;
  form.reserve(256 + entry.changes.size() + entry.note.size());
  write_field(form, entry.org_id.text());
  write_field(form, entry.subject_type);
  write_field(form, entry.subject_id.text());
  write_field(form, std::to_string(entry.seq));
  write_field(form, entry.id.text());
  write_field(form, std::to_string(entry.at.ms));
  write_field(form, entry.actor_id ? entry.actor_id->text() : std::string());
  write_field(form, entry.actor_name);
  write_field(form, entry.event);
  write_field(form, entry.changes);
  write_field(form, entry.note);
  return form;
}

Hash hash_of(Entry const& entry) {
  std::string chained(entry.previous_hash.begin(), entry.previous_hash.end());
  chained += canonical_form(entry);
  auto digest = auth::sha256(chained);
  return Hash(digest.begin(), digest.end());
}

}  // namespace zx::timeline
