#pragma once
// Private to postgres_copy.cpp: runs PostgreSQL's programs.

#include <map>
#include <string>
#include <vector>

namespace zx::db {

using ProgramEnvironment = std::map<std::string, std::string>;

/// Waits for the program; what it says on its output is dropped. `environment` is laid over this process's own. Throws ProgramMissing when there is no
/// such program, DatabaseError with the end of what it complained of when it does not end well.
void run_postgres_program(std::string const& name, std::vector<std::string> const& arguments, ProgramEnvironment const& environment);

}  // namespace zx::db
