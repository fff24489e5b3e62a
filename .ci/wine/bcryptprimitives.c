/* What Rust's standard library asks Windows for and Wine before 9 does not have: random bytes. */
#include <windows.h>
BOOLEAN WINAPI SystemFunction036(PVOID bytes, ULONG count);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T count) { return SystemFunction036(bytes, (ULONG)count); }
