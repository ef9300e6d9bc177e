/** The header that names the resource group of a call. */
export function inResourceGroup(id: string): Readonly<Record<string, string>> {
  return { 'AI-Resource-Group': id };
}
