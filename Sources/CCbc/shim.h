#include <coin/Cbc_C_Interface.h>
#include <errno.h>
#include <fcntl.h>
#include <float.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* A program by columns; bounds of DBL_MAX are none. */
typedef struct {
  int columns;
  int rows;
  const int *starts;
  const int *indices;
  const double *factors;
  const double *lower;
  const double *upper;
  const double *objective;
  const double *row_lower;
  const double *row_upper;
  const signed char *is_whole;
} ccbc_program;

/* How to solve it. */
typedef struct {
  /* 0 is the solver's own way; others avoid what may fail in it. */
  int way;
  int nodes;
  /* Of the processor; the solver looks at them now and then, and has half of them more. */
  int seconds;
} ccbc_manner;

/* What came of it. */
enum {
  ccbc_nothing = 0,
  ccbc_optimal = 1,
  ccbc_infeasible = 2,
  ccbc_limited = 3,
  ccbc_limited_with_values = 4
};

typedef struct {
  /* Written last; 0 where the solver did not get to its end. */
  int kind;
  double objective;
  double bound;
} ccbc_answer;

/* Solves within the process that calls it. */
static inline void ccbc_solve_here(
  const ccbc_program *program, ccbc_manner manner, ccbc_answer *answer, double *values)
{
  Cbc_Model *model = Cbc_newModel();
  const double *found = NULL;
  int kind = ccbc_limited;
  Cbc_setLogLevel(model, 0);
  Cbc_setParameter(model, "threads", "0");
  Cbc_setParameter(model, "randomSeed", "1");
  Cbc_setParameter(model, "randomCbcSeed", "1");
  if (manner.way & 1) Cbc_setParameter(model, "primalPivot", "dantzig");
  if (manner.way & 2) Cbc_setParameter(model, "preprocess", "off");
  if (manner.way & 4) Cbc_setParameter(model, "cuts", "off");
  Cbc_setMaximumSeconds(model, manner.seconds);
  Cbc_setMaximumNodes(model, manner.nodes);
  Cbc_setAllowableGap(model, 0);
  Cbc_setAllowableFractionGap(model, 0);
  Cbc_loadProblem(model, program->columns, program->rows, program->starts, program->indices,
    program->factors, program->lower, program->upper, program->objective, program->row_lower,
    program->row_upper);
  for (int column = 0; column < program->columns; column++)
    if (program->is_whole[column]) Cbc_setInteger(model, column);
  Cbc_solve(model);
  answer->objective = Cbc_getObjValue(model);
  answer->bound = Cbc_status(model) == 1 ? Cbc_getBestPossibleObjValue(model) : -DBL_MAX;
  if (Cbc_isProvenInfeasible(model)) {
    kind = ccbc_infeasible;
  } else if (Cbc_isProvenOptimal(model)) {
    kind = ccbc_optimal;
    found = Cbc_getColSolution(model);
  } else {
    found = Cbc_bestSolution(model);
    if (found != NULL) kind = ccbc_limited_with_values;
  }
  if (found != NULL) memcpy(values, found, sizeof(double) * (size_t)program->columns);
  else if (kind == ccbc_optimal) kind = ccbc_limited;
  Cbc_deleteModel(model);
  answer->kind = kind;
}

/* Solves in a process of its own, which ends with it: builds of the solver check themselves by
   assertions that end the process, and keep variables that two threads may not share. Values are
   written where there are some. The kind is ccbc_nothing where the process could not be begun or
   did not get to its end. */
static inline ccbc_answer ccbc_solve(
  int columns, int rows, const int *starts, const int *indices, const double *factors,
  const double *lower, const double *upper, const double *objective, const double *row_lower,
  const double *row_upper, const signed char *is_whole, ccbc_manner manner, double *values)
{
  ccbc_program program = {
    columns, rows, starts, indices, factors, lower, upper, objective, row_lower, row_upper, is_whole
  };
  ccbc_answer answer = { ccbc_nothing, 0, 0 };
  size_t size = sizeof(ccbc_answer) + sizeof(double) * (size_t)columns;
  ccbc_answer *shared = (ccbc_answer *)mmap(
    NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED) return answer;
  double *shared_values = (double *)(shared + 1);
  pid_t parent = getpid();
  pid_t child = fork();
  if (child == 0) {
    struct rlimit none = { 0, 0 };
    rlim_t seconds = (rlim_t)manner.seconds + (rlim_t)manner.seconds / 2;
    struct rlimit time = { seconds, seconds };
    int nowhere = open("/dev/null", O_RDWR);
    for (int stream = 0; stream < 3; stream++) dup2(nowhere, stream);
    setrlimit(RLIMIT_CORE, &none);
    setrlimit(RLIMIT_CPU, &time);
    signal(SIGABRT, SIG_DFL);
    signal(SIGSEGV, SIG_DFL);
    signal(SIGFPE, SIG_DFL);
    signal(SIGINT, SIG_DFL);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() == parent) ccbc_solve_here(&program, manner, shared, shared_values);
    _exit(0);
  }
  if (child > 0) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    answer = *shared;
    if (answer.kind == ccbc_nothing && WIFSIGNALED(status)
      && (WTERMSIG(status) == SIGKILL || WTERMSIG(status) == SIGXCPU)) {
      answer.kind = ccbc_limited;
      answer.bound = -DBL_MAX;
    }
    if (answer.kind != ccbc_nothing)
      memcpy(values, shared_values, sizeof(double) * (size_t)columns);
  }
  munmap(shared, size);
  return answer;
}
