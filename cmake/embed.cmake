# Turns SQL and other files into static libraries at build time (tools/embed.cpp).
enable_language(ASM)
find_package(ZLIB REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(EMBED_BROTLI REQUIRED IMPORTED_TARGET libbrotlienc)

add_executable(zhixing_embed ${CMAKE_SOURCE_DIR}/tools/embed.cpp ${CMAKE_SOURCE_DIR}/tools/embed_sql.cpp ${CMAKE_SOURCE_DIR}/tools/embed_files.cpp)
target_link_libraries(zhixing_embed PRIVATE ZLIB::ZLIB PkgConfig::EMBED_BROTLI)

# _zhixing_embed(<mode> <folder> <include> <namespace> OUTPUTS … SOURCES …): the command that makes the outputs below
# generated/<include>. The list of sources is a dependency too, so that a removed file is noticed.
function(_zhixing_embed mode folder include namespace)
  cmake_parse_arguments(arg "" "" "OUTPUTS;SOURCES" ${ARGN})
  set(output ${CMAKE_BINARY_DIR}/generated/${include})
  list(JOIN arg_SOURCES "\n" list)
  file(CONFIGURE OUTPUT ${output}/${mode}.list CONTENT "${list}\n" @ONLY)
  list(TRANSFORM arg_OUTPUTS PREPEND ${output}/)
  add_custom_command(OUTPUT ${arg_OUTPUTS}
    COMMAND zhixing_embed ${mode} ${folder} ${namespace} ${include} ${output}
    DEPENDS zhixing_embed ${output}/${mode}.list ${arg_SOURCES}
    COMMENT "Embedding ${mode} of ${include}" VERBATIM)
endfunction()

# zhixing_embed_sql(<target> <folder below server/> <namespace>): <folder>/sql/*.sql and <folder>/migrations/*.sql as
# "<folder>/sql.hpp": <namespace>::sql::<file> and <namespace>::migrations().
function(zhixing_embed_sql target folder namespace)
  set(path ${CMAKE_SOURCE_DIR}/server/${folder})
  set(output ${CMAKE_BINARY_DIR}/generated/${folder})
  file(GLOB sources CONFIGURE_DEPENDS ${path}/sql/*.sql ${path}/migrations/*.sql)
  _zhixing_embed(sql ${path} ${folder} ${namespace} OUTPUTS sql.hpp sql.cpp SOURCES ${sources})
  add_library(${target} STATIC ${output}/sql.cpp ${output}/sql.hpp)
endfunction()

# zhixing_embed_files(<target> <folder below the source tree> <namespace>): all files below it, as they are and compressed,
# as "<folder>/files.hpp" (a leading server/ falls away): <namespace>::files(). An absent folder embeds nothing.
function(zhixing_embed_files target folder namespace)
  set(path ${CMAKE_SOURCE_DIR}/${folder})
  string(REGEX REPLACE "^server/" "" include ${folder})
  set(output ${CMAKE_BINARY_DIR}/generated/${include})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS LIST_DIRECTORIES false ${path}/*)
  _zhixing_embed(files ${path} ${include} ${namespace} OUTPUTS files.hpp files.cpp files.S files.bin SOURCES ${sources})
  add_library(${target} STATIC ${output}/files.cpp ${output}/files.hpp ${output}/files.S)
  set_source_files_properties(${output}/files.S PROPERTIES OBJECT_DEPENDS ${output}/files.bin COMPILE_OPTIONS "-I${output}")
endfunction()
