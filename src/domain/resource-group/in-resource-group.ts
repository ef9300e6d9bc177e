/** The header that names the resource group that a call is about. */
export function inResourceGroup(id: string): Readonly<Record<string, string>> {
  return { 'AI-Resource-Group': id };
}
